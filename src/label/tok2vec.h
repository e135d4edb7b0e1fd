// Tokens to vectors in context: spaCy's Tok2Vec = MultiHashEmbed + MaxoutWindowEncoder.
//
// The encoder is a stack of layers x + normalize(maxout(left, self, right)). Rows lie side by side, so a token's
// neighbours are one contiguous stretch of memory and a layer is one matrix product with overlapping rows. As in spaCy
// rows of padding part the documents; they start at zero, take up values layer by layer, and are just as many as a token
// can see, so no document sees another.
#pragma once

#include <span>
#include <vector>

#include "label/architecture.h"
#include "label/embedding.h"
#include "label/narrow.h"

namespace coranto::label {

class Tok2Vec {
 public:
  struct Scratch {
    Floats before, after;  // rows of one layer and of the next
    Embedding::Scratch embedding;
  };

  // Faults go to `file`. `words` as for Embedding. `precision` of the encoder's products.
  Tok2Vec(ModelFile& file, std::shared_ptr<const WordVectors> words, Precision precision = Precision::fp32);

  uint32_t width() const { return embedding_.width(); }

  // Rows in the matrix that `encode` gives for these documents.
  size_t rows(std::span<const std::vector<Features>> documents) const;

  // Vectors of all tokens: a dense matrix in `scratch`, valid until its next use. A document's first token has row
  // `padding() + tokens and paddings of those before it`.
  const float* encode(std::span<const std::vector<Features>> documents, Scratch& scratch) const;

  // Vectors of `count` tokens from the `first` on of one document, the same as `encode` of it all gives: a token sees
  // `padding()` neighbours on each side, so these are encoded with them. Rows as above; cost and memory of that many.
  const float* encode(std::span<const Features> document, size_t first, size_t count, Scratch& scratch) const;

  uint32_t padding() const { return static_cast<uint32_t>(layers_.size()) * window_; }

  Tok2VecShape shape() const;

 private:
  struct EncoderLayer {
    Weights weights;       // for fp32
    NarrowWeights narrow;  // for any other precision
    Floats gain, bias;
  };

  void read_layers(ModelFile& file);
  EncoderLayer packed(const Floats& weights, const Floats& bias) const;
  float* begin(size_t rows, Scratch& scratch) const;
  const float* finish(size_t rows, Scratch& scratch) const;
  void run(const EncoderLayer& layer, const float* x, size_t rows, float* y) const;

  Embedding embedding_;
  Precision precision_;
  std::vector<EncoderLayer> layers_;
  uint32_t window_ = 0;  // tokens each side that a layer sees
  uint32_t pieces_ = 0;  // of each layer
};

}  // namespace coranto::label
