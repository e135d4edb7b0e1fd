// Scores the moves of a transition system from the tokens a state looks at: spaCy's TransitionBasedParser.
//
// The hidden layer over k context tokens is a sum of k products, one for each (token, place) pair; these are computed
// once a token, many tokens in one matrix product (Goldberg and Elhadad 2010; Chen and Manning 2014), so that a step
// costs k additions, a maxout and one small product. They are large; so they are made as the parser moves on, kept for
// the tokens near it, and made again for the few that it still looks at from far: memory does not grow with the text.
#pragma once

#include <cstdint>
#include <vector>

#include "label/architecture.h"
#include "label/kernels.h"
#include "label/model_file.h"
#include "label/token_vectors.h"

namespace coranto::label {

class TransitionModel {
 public:
  struct Scratch {
    TokenVectors* vectors = nullptr;
    size_t tokens = 0;
    size_t made = 0;             // tokens whose features were made, from the first on
    Floats projected, features;  // the latter a ring of rows, a token's row its number modulo `near`
    Floats far;                  // what each place last saw of a token far behind
    std::vector<int32_t> far_tokens;
    Floats hidden, scores;  // of one state
  };

  // Faults go to `file`. `context`: tokens that a state looks at, 2 to 16.
  TransitionModel(ModelFile& file, uint32_t context, uint32_t width);

  uint32_t moves() const { return moves_; }

  TransitionShape shape() const { return {hidden_, pieces_, upper_.outputs > 0}; }

  // Begins a document: `vectors`, of that width, must stay until its last `scores`.
  void start(TokenVectors& vectors, size_t tokens, Scratch& scratch) const;

  // One score a move. `context`: token numbers, negative where there is none.
  const float* scores(const int32_t* context, Scratch& scratch) const;

 private:
  void read_lower(ModelFile& file, const Layer& lower, const Layer& projection);
  void read_upper(ModelFile& file, const Layer& upper);
  void make_block(Scratch& scratch) const;
  const float* feature(int32_t token, size_t place, Scratch& scratch) const;

  uint32_t context_;
  uint32_t width_;
  uint32_t hidden_ = 0, pieces_ = 0, moves_ = 0;
  uint32_t padded_ = 0;                 // hidden values kept, a multiple of 16
  Weights projection_, lower_, upper_;  // the last empty where hidden values are the scores
  std::vector<Weights> places_;         // of `lower_`, for a token far behind, of which one place is wanted
  Floats lower_bias_, missing_;         // [piece][padded]; [place][piece][padded]
};

}  // namespace coranto::label
