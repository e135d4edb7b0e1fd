// The vectors of one document's tokens, as its readers go through them.
//
// Those of a short document lie ready in a matrix. Those of a long one are encoded as they are asked for, a stretch at
// a time, and one that was left behind is encoded again with its neighbours: memory does not grow with the text.
#pragma once

#include <span>

#include "label/tok2vec.h"

namespace coranto::label {

class TokenVectors {
 public:
  struct Scratch {
    Tok2Vec::Scratch stretch, single;
  };

  // Rows that lie ready, dense, `width` wide.
  TokenVectors(const float* rows, size_t width) : rows_(rows), width_(width) {}

  // Rows to be made. All must outlive this.
  TokenVectors(const Tok2Vec& tok2vec, std::span<const Features> document, Scratch& scratch)
      : width_(tok2vec.width()), tok2vec_(&tok2vec), document_(document), scratch_(&scratch) {}

  // The rows of `count` tokens, at most 64, from the `first` on; valid until the next call. Cheap from the first token
  // on to the last; going back costs more.
  const float* rows(size_t first, size_t count);

 private:
  const float* rows_ = nullptr;
  size_t width_;
  const Tok2Vec* tok2vec_ = nullptr;
  std::span<const Features> document_;
  Scratch* scratch_ = nullptr;
  size_t begin_ = 0, end_ = 0;  // the stretch that lies ready
};

}  // namespace coranto::label
