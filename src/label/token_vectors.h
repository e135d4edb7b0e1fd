// The vectors of one document's tokens, as its readers go through them.
//
// Those of a short document lie ready in a matrix. Those of a long one are encoded as they are asked for, a stretch at
// a time, and one that was left behind is encoded again with its neighbours: memory does not grow with the text.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "label/tok2vec.h"

namespace coranto::label {

class TokenVectors {
 public:
  struct Scratch {
    Tok2Vec::Scratch stretch, block;
    Floats kept;               // blocks behind
    std::vector<size_t> held;  // the number of the block in each place, from 1
  };

  // Rows that lie ready, dense, `width` wide.
  TokenVectors(const float* rows, size_t width) : rows_(rows), width_(width) {}

  // Is shown the rows of each stretch, which begins with token `first`, when it is made: one after the other, all once.
  using Show = std::function<void(size_t first, size_t count, const float* rows)>;

  // Rows to be made. All must outlive this.
  TokenVectors(const Tok2Vec& tok2vec, std::span<const Features> document, Scratch& scratch, Show show = {});

  // The rows of `count` tokens from the `first` on, which must lie in one block of 64; valid until the next call.
  const float* rows(size_t first, size_t count);

  // Shows what no one asked for.
  void finish();

 private:
  void make_next();
  const float* rows_behind(size_t first);

  const float* rows_ = nullptr;
  size_t width_;
  const Tok2Vec* tok2vec_ = nullptr;
  std::span<const Features> document_;
  Scratch* scratch_ = nullptr;
  Show show_;
  size_t begin_ = 0, end_ = 0;  // the stretch that lies ready
};

}  // namespace coranto::label
