#include "label/transition_model.h"

#include <algorithm>

namespace coranto::label {
namespace {

constexpr uint32_t most_context = 16;
constexpr size_t block = 64;        // tokens made at once
constexpr size_t near = 4 * block;  // tokens kept

// [block][output][piece][inner] to [block][piece][output][inner], so that pieces lie apart and outputs side by side;
// outputs are filled up with zeros to `padded`.
Floats pieces_first(const Floats& from, uint32_t blocks, uint32_t outputs, uint32_t pieces, uint32_t inner,
                    uint32_t padded) {
  Floats to(size_t{blocks} * padded * pieces * inner);
  for (size_t b = 0; b < blocks; ++b) {
    for (size_t o = 0; o < outputs; ++o) {
      for (size_t p = 0; p < pieces; ++p) {
        std::memcpy(to.data() + ((b * pieces + p) * padded + o) * inner,
                    from.data() + ((b * outputs + o) * pieces + p) * inner, inner * sizeof(float));
      }
    }
  }
  return to;
}

// The linear layer that is not the upper one.
Layer projection_of(const ModelFile& file, const Layer& upper) {
  Layer projection;
  for (const Layer& layer : file.named("linear")) {
    if (layer.number != upper.number) projection = layer;
  }
  return projection;
}

}  // namespace

TransitionModel::TransitionModel(ModelFile& file, uint32_t context, uint32_t width) : context_(context), width_(width) {
  const Layer root = file.layers()[0];
  const Layer lower = file.referred(root, "lower"), upper = file.referred(root, "upper");
  if (root.name != "parser_model" || lower.name != "precomputable_affine") {
    file.fail("not a transition model");
    return;
  }
  read_lower(file, lower, projection_of(file, upper));
  if (file.flag(root, "has_upper")) {
    read_upper(file, upper);
  } else {
    moves_ = hidden_;
  }
}

void TransitionModel::read_lower(ModelFile& file, const Layer& lower, const Layer& projection) {
  hidden_ = file.dim(lower, "nO");
  pieces_ = file.dim(lower, "nP");
  const uint32_t inner = file.dim(lower, "nI");
  if (file.dim(lower, "nF") != context_) return file.fail("looks at another number of tokens");
  const Floats in = file.param(projection, "W", {inner, width_}), in_bias = file.param(projection, "b", {inner});
  const Floats low = file.param(lower, "W", {context_, hidden_, pieces_, inner});
  const Floats low_bias = file.param(lower, "b", {hidden_, pieces_});
  const Floats pad = file.param(lower, "pad", {1, context_, hidden_, pieces_});
  if (!file.status().ok()) return;
  padded_ = (hidden_ + 15) / 16 * 16;
  projection_ = pack(kernels(), in.data(), in_bias.data(), inner, 1, width_);
  const Floats placed = pieces_first(low, context_, hidden_, pieces_, inner, padded_);
  lower_ = pack(kernels(), placed.data(), nullptr, context_ * padded_ * pieces_, 1, inner);
  const size_t place = size_t{padded_} * pieces_ * inner;
  for (size_t f = 0; f < context_; ++f) {
    places_.push_back(pack(kernels(), placed.data() + f * place, nullptr, padded_ * pieces_, 1, inner, true));
  }
  lower_bias_ = pieces_first(low_bias, 1, hidden_, pieces_, 1, padded_);
  missing_ = pieces_first(pad, context_, hidden_, pieces_, 1, padded_);
}

void TransitionModel::read_upper(ModelFile& file, const Layer& upper) {
  moves_ = file.dim(upper, "nO");
  const Floats weights = file.param(upper, "W", {moves_, hidden_}), bias = file.param(upper, "b", {moves_});
  if (file.status().ok()) upper_ = pack(kernels(), weights.data(), bias.data(), moves_, 1, hidden_, true);
}

void TransitionModel::start(TokenVectors& vectors, size_t tokens, Scratch& scratch) const {
  scratch.vectors = &vectors;
  scratch.tokens = tokens;
  scratch.made = 0;
  scratch.projected.resize(block * projection_.written);
  scratch.features.resize(near * lower_.written);
  scratch.far.resize(context_ * places_[0].written);
  scratch.far_tokens.assign(context_, -1);
  scratch.hidden.resize(padded_);
  scratch.scores.resize(upper_.written);
}

void TransitionModel::make_block(Scratch& scratch) const {
  const size_t first = scratch.made, count = std::min(block, scratch.tokens - first);
  kernels().affine(projection_, scratch.vectors->rows(first, count), width_, count, scratch.projected.data(),
                   projection_.written);
  kernels().affine(lower_, scratch.projected.data(), projection_.written, count,
                   scratch.features.data() + first % near * lower_.written, lower_.written);
  scratch.made += block;
}

const float* TransitionModel::feature(int32_t token, size_t place, Scratch& scratch) const {
  const size_t offset = place * pieces_ * padded_;
  if (token < 0) return missing_.data() + offset;
  const auto number = static_cast<size_t>(token);
  if (number + near >= scratch.made) return scratch.features.data() + number % near * lower_.written + offset;
  float* far = scratch.far.data() + place * places_[0].written;
  if (scratch.far_tokens[place] == token) return far;
  kernels().affine(projection_, scratch.vectors->rows(number, 1), width_, 1, scratch.projected.data(),
                   projection_.written);
  kernels().affine(places_[place], scratch.projected.data(), projection_.written, 1, far, places_[place].written);
  scratch.far_tokens[place] = token;
  return far;
}

const float* TransitionModel::scores(const int32_t* context, Scratch& scratch) const {
  const int32_t foremost = *std::max_element(context, context + context_);
  while (foremost >= 0 && scratch.made <= static_cast<size_t>(foremost)) make_block(scratch);
  const float* features[most_context];
  for (size_t f = 0; f < context_; ++f) features[f] = feature(context[f], f, scratch);
  kernels().sum_maxout(features, context_, lower_bias_.data(), padded_, pieces_, scratch.hidden.data());
  if (upper_.outputs == 0) return scratch.hidden.data();
  kernels().affine(upper_, scratch.hidden.data(), hidden_, 1, scratch.scores.data(), upper_.written);
  return scratch.scores.data();
}

}  // namespace coranto::label
