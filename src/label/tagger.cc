#include "label/tagger.h"

#include <algorithm>

#include "label/moves.h"

namespace coranto::label {
namespace {

constexpr size_t block = 64;  // rows of scores that stay near

}  // namespace

Result<Tagger> Tagger::open(const std::string& folder, ModelFile& file, uint32_t width) {
  auto labels = read_labels(folder);
  if (!labels) return labels.error();
  const auto layers = file.named("softmax");
  if (layers.size() != 1) file.fail("not a tagger");
  if (auto read = file.status(); !read) return read.error();
  const auto count = static_cast<uint32_t>(labels->size());
  const Floats weights = file.param(layers[0], "W", {count, width}), bias = file.param(layers[0], "b", {count});
  if (auto read = file.status(); !read) return read.error();
  Tagger tagger;
  tagger.labels_ = std::move(*labels);
  tagger.weights_ = pack(kernels(), weights.data(), bias.data(), count, 1, width);
  return tagger;
}

void Tagger::tag(TokenVectors& vectors, Floats& scores, std::span<uint16_t> tags) const {
  scores.resize(block * weights_.written);
  for (size_t first = 0; first < tags.size(); first += block) {
    const size_t count = std::min(block, tags.size() - first);
    kernels().affine(weights_, vectors.rows(first, count), weights_.inputs, count, scores.data(), weights_.written);
    for (size_t i = 0; i < count; ++i) {
      tags[first + i] = static_cast<uint16_t>(kernels().argmax(scores.data() + i * weights_.written, weights_.outputs));
    }
  }
}

}  // namespace coranto::label
