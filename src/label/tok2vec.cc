#include "label/tok2vec.h"

#include <algorithm>

namespace coranto::label {
namespace {

constexpr int64_t widest_window = 8;
constexpr size_t block = 64;  // rows that stay near between product and normalisation

}  // namespace

Tok2Vec::Tok2Vec(ModelFile& file, std::shared_ptr<const WordVectors> words, Precision precision)
    : embedding_(file, std::move(words)), precision_(precision) {
  if (file.status().ok()) read_layers(file);
}

void Tok2Vec::read_layers(ModelFile& file) {
  const auto products = file.named("maxout"), norms = file.named("layernorm"), windows = file.named("expand_window");
  if (windows.empty() || products.size() != windows.size() + 1 || norms.size() != products.size()) {
    return file.fail("tok2vec is no MaxoutWindowEncoder");
  }
  const int64_t window = file.number(windows[0], "window_size");
  if (window < 1 || window > widest_window) return file.fail("a window of other than 1 to 8 tokens each side");
  window_ = static_cast<uint32_t>(window);
  pieces_ = file.dim(products[1], "nP");
  if (pieces_ < 2 || pieces_ > most_pieces) return file.fail("maxout of other than 2 or 3 pieces");
  const uint32_t inputs = (2 * window_ + 1) * width();
  const bool narrow_fits = window_ == 1 && width() % 32 == 0 && width() <= most_narrow_width;
  if (precision_ != Precision::fp32 && !narrow_fits) {
    return file.fail("only fp32 fits it: its window is not one token, or its width no multiple of 32 or too large");
  }
  for (size_t i = 1; i < products.size(); ++i) {  // the first mixes the embedding
    if (file.number(windows[i - 1], "window_size") != window) return file.fail("windows of several sizes");
    const Floats weights = file.param(products[i], "W", {width(), pieces_, inputs});
    const Floats bias = file.param(products[i], "b", {width(), pieces_});
    Floats gain = file.param(norms[i], "G", {width()}), shift = file.param(norms[i], "b", {width()});
    if (!file.status().ok()) return;
    layers_.push_back(packed(weights, bias));
    layers_.back().gain = std::move(gain);
    layers_.back().bias = std::move(shift);
  }
}

Tok2Vec::EncoderLayer Tok2Vec::packed(const Floats& weights, const Floats& bias) const {
  EncoderLayer layer;
  if (precision_ == Precision::fp32) {
    layer.weights = pack(kernels(), weights.data(), bias.data(), width(), pieces_, (2 * window_ + 1) * width());
  } else {
    layer.narrow = pack_narrow(precision_, weights.data(), bias.data(), width(), pieces_, width());
  }
  return layer;
}

Tok2VecShape Tok2Vec::shape() const {
  return {width(),
          static_cast<uint32_t>(layers_.size()),
          window_,
          layers_.empty() ? 0 : pieces_,
          embedding_.attributes(),
          embedding_.rows(),
          embedding_.has_words()};
}

size_t Tok2Vec::rows(std::span<const std::vector<Features>> documents) const {
  size_t rows = padding();
  for (const auto& tokens : documents) rows += tokens.size() + padding();
  return rows;
}

void Tok2Vec::run(const EncoderLayer& layer, const float* x, size_t rows, float* y) const {
  for (size_t first = 0; first < rows; first += block) {
    const size_t count = std::min(block, rows - first);
    const float* self = x + first * width();
    float* out = y + first * width();
    if (precision_ == Precision::fp32) {
      kernels().affine(layer.weights, self - window_ * width(), width(), count, out, width());
    } else {
      narrow_kernels().affine(layer.narrow, self, count, out);
    }
    kernels().normalize(out, count, width(), layer.gain.data(), layer.bias.data(), self);
  }
}

// Rows of zeros; gives the first one after the padding.
float* Tok2Vec::begin(size_t rows, Scratch& scratch) const {
  for (Floats* floats : {&scratch.before, &scratch.after}) {
    floats->resize((rows + 2 * window_) * width());  // zeros at either end for the windows of the outermost rows
    floats->clear();
  }
  return scratch.before.data() + size_t{padding() + window_} * width();
}

const float* Tok2Vec::finish(size_t rows, Scratch& scratch) const {
  const size_t edge = size_t{window_} * width();
  for (const EncoderLayer& layer : layers_) {
    run(layer, scratch.before.data() + edge, rows, scratch.after.data() + edge);
    std::swap(scratch.before, scratch.after);
  }
  return scratch.before.data() + edge;
}

const float* Tok2Vec::encode(std::span<const std::vector<Features>> documents, Scratch& scratch) const {
  const size_t count = rows(documents);
  float* at = begin(count, scratch);
  for (const auto& tokens : documents) {
    embedding_.embed(tokens, at, scratch.embedding);
    at += (tokens.size() + padding()) * width();
  }
  return finish(count, scratch);
}

const float* Tok2Vec::encode(std::span<const Features> document, size_t first, size_t count, Scratch& scratch) const {
  const size_t before = std::min<size_t>(first, padding());
  const size_t after = std::min<size_t>(document.size() - first - count, padding());
  const size_t inner = before + count + after, all = inner + 2 * size_t{padding()};
  embedding_.embed(document.subspan(first - before, inner), begin(all, scratch), scratch.embedding);
  return finish(all, scratch) + (padding() + before) * width();
}

}  // namespace coranto::label
