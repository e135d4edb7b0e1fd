#include "label/transition_model.h"

#include <algorithm>

namespace coranto::label {
namespace {

constexpr uint32_t most_context = 16;
constexpr size_t block = 64;        // tokens made at once
constexpr size_t near = 4 * block;  // tokens kept

// [block][output][piece][inner] to [block][piece][output][inner], so that pieces lie apart and outputs side by side.
Floats pieces_first(const Floats& from, uint32_t blocks, uint32_t outputs, uint32_t pieces, uint32_t inner) {
  Floats to(from.size());
  for (size_t b = 0; b < blocks; ++b) {
    for (size_t o = 0; o < outputs; ++o) {
      for (size_t p = 0; p < pieces; ++p) {
        std::memcpy(to.data() + ((b * pieces + p) * outputs + o) * inner,
                    from.data() + ((b * outputs + o) * pieces + p) * inner, inner * sizeof(float));
      }
    }
  }
  return to;
}

}  // namespace

TransitionModel::TransitionModel(ModelFile& file, uint32_t context, uint32_t width) : context_(context), width_(width) {
  read(file);
}

void TransitionModel::read(ModelFile& file) {
  const Layer root = file.layers()[0];
  const Layer lower = file.referred(root, "lower"), upper = file.referred(root, "upper");
  if (root.name != "parser_model" || !file.flag(root, "has_upper") || lower.name != "precomputable_affine" ||
      upper.name != "linear") {
    return file.fail("not a transition model with an upper layer");
  }
  Layer projection;  // the other linear layer
  for (size_t i = 0; i < file.layers().size(); ++i) {
    if (file.layers()[i].name == "linear" && root.refs["upper"].unsigned_integer() != i) projection = file.layers()[i];
  }
  hidden_ = file.dim(lower, "nO");
  pieces_ = file.dim(lower, "nP");
  const uint32_t inner = file.dim(lower, "nI"), moves = file.dim(upper, "nO");
  if (file.dim(lower, "nF") != context_) return file.fail("looks at another number of tokens");
  if (hidden_ % 16 != 0) return file.fail("hidden width is no multiple of 16");
  if (pieces_ < 2 || context_ < 2 || context_ > most_context) return file.fail("a hidden layer without maxout");
  const Floats in = file.param(projection, "W", {inner, width_}), in_bias = file.param(projection, "b", {inner});
  const Floats low = file.param(lower, "W", {context_, hidden_, pieces_, inner});
  const Floats low_bias = file.param(lower, "b", {hidden_, pieces_});
  const Floats pad = file.param(lower, "pad", {1, context_, hidden_, pieces_});
  const Floats up = file.param(upper, "W", {moves, hidden_}), up_bias = file.param(upper, "b", {moves});
  if (!file.status().ok()) return;
  projection_ = pack(kernels(), in.data(), in_bias.data(), inner, 1, width_);
  const Floats placed = pieces_first(low, context_, hidden_, pieces_, inner);
  lower_ = pack(kernels(), placed.data(), nullptr, context_ * hidden_ * pieces_, 1, inner);
  const size_t place = size_t{hidden_} * pieces_ * inner;
  for (size_t f = 0; f < context_; ++f) {
    places_.push_back(pack(kernels(), placed.data() + f * place, nullptr, hidden_ * pieces_, 1, inner, true));
  }
  upper_ = pack(kernels(), up.data(), up_bias.data(), moves, 1, hidden_, true);
  lower_bias_ = pieces_first(low_bias, 1, hidden_, pieces_, 1);
  missing_ = pieces_first(pad, context_, hidden_, pieces_, 1);
}

void TransitionModel::start(TokenVectors& vectors, size_t tokens, Scratch& scratch) const {
  scratch.vectors = &vectors;
  scratch.tokens = tokens;
  scratch.made = 0;
  scratch.projected.resize(block * projection_.written);
  scratch.features.resize(near * lower_.written);
  scratch.far.resize(context_ * places_[0].written);
  scratch.far_tokens.assign(context_, -1);
  scratch.hidden.resize(hidden_);
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
  const size_t offset = place * pieces_ * hidden_;
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
  kernels().sum_maxout(features, context_, lower_bias_.data(), hidden_, pieces_, scratch.hidden.data());
  kernels().affine(upper_, scratch.hidden.data(), hidden_, 1, scratch.scores.data(), upper_.written);
  return scratch.scores.data();
}

}  // namespace coranto::label
