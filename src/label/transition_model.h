// Scores the moves of a transition system from the tokens a state looks at: spaCy's TransitionBasedParser.
//
// The hidden layer over k context tokens is a sum of k products, one for each (token, place) pair; all of them are
// computed beforehand, in one matrix product over the document (Goldberg and Elhadad 2010; Chen and Manning 2014), so
// that a step costs k additions, a maxout and one small product.
#pragma once

#include <cstdint>
#include <vector>

#include "label/kernels.h"
#include "label/model_file.h"

namespace coranto::label {

class TransitionModel {
 public:
  struct Scratch {
    Floats projected, features;  // rows of the document
    Floats hidden, scores;       // one state
  };

  // Faults go to `file`. `context`: tokens that a state looks at, 2 to 16.
  TransitionModel(ModelFile& file, uint32_t context, uint32_t width);

  uint32_t moves() const { return upper_.outputs; }

  // Must come before `scores`. `vectors`: dense rows of `width` floats.
  void prepare(const float* vectors, size_t tokens, Scratch& scratch) const;

  // One score a move. `context`: token numbers, negative where there is none.
  const float* scores(const int32_t* context, Scratch& scratch) const;

 private:
  void read(ModelFile& file);

  uint32_t context_;
  uint32_t width_;
  uint32_t hidden_ = 0, pieces_ = 0;
  Weights projection_, lower_, upper_;
  Floats lower_bias_, missing_;  // [piece][hidden]; [place][piece][hidden]
};

}  // namespace coranto::label
