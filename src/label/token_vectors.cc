#include "label/token_vectors.h"

#include <algorithm>

namespace coranto::label {
namespace {

constexpr size_t stretch = 1024;  // tokens

}  // namespace

const float* TokenVectors::rows(size_t first, size_t count) {
  if (!tok2vec_) return rows_ + first * width_;
  if (first < begin_) return tok2vec_->encode(document_, first, count, scratch_->single);
  if (first + count > end_) {
    begin_ = first;
    end_ = std::min(first + stretch, document_.size());
    rows_ = tok2vec_->encode(document_, begin_, end_ - begin_, scratch_->stretch);
  }
  return rows_ + (first - begin_) * width_;
}

}  // namespace coranto::label
