#include "label/token_vectors.h"

#include <algorithm>

namespace coranto::label {
namespace {

constexpr size_t stretch = 1024;  // tokens
constexpr size_t block = 64;
constexpr size_t places = 64;  // for blocks behind

}  // namespace

TokenVectors::TokenVectors(const Tok2Vec& tok2vec, std::span<const Features> document, Scratch& scratch,
                           Show show)
    : width_(tok2vec.width()),
      tok2vec_(&tok2vec),
      document_(document),
      scratch_(&scratch),
      show_(std::move(show)) {
  scratch.held.assign(places, 0);
  scratch.kept.resize(places * block * width_);
}

const float* TokenVectors::rows(size_t first, size_t count) {
  if (!tok2vec_) return rows_ + first * width_;
  if (first < begin_) return rows_behind(first);
  while (first + count > end_) make_next();
  return rows_ + (first - begin_) * width_;
}

void TokenVectors::make_next() {
  begin_ = end_;
  end_ = std::min(begin_ + stretch, document_.size());
  rows_ = tok2vec_->encode(document_, begin_, end_ - begin_, scratch_->stretch);
  if (show_) show_(begin_, end_ - begin_, rows_);
}

void TokenVectors::finish() {
  while (end_ < document_.size()) make_next();
}

const float* TokenVectors::rows_behind(size_t first) {
  const size_t number = first / block, place = number % places;
  float* kept = scratch_->kept.data() + place * block * width_;
  if (scratch_->held[place] != number + 1) {
    const size_t begin = number * block, count = std::min(block, document_.size() - begin);
    std::copy_n(tok2vec_->encode(document_, begin, count, scratch_->block), count * width_, kept);
    scratch_->held[place] = number + 1;
  }
  return kept + first % block * width_;
}

}  // namespace coranto::label
