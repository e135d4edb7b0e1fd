// Named entities: greedy BILUO transitions (Ratinov and Roth 2009) scored by a transition model, as in spaCy.
#pragma once

#include <string>
#include <vector>

#include "label/features.h"
#include "label/moves.h"
#include "label/transition_model.h"

namespace coranto::label {

class Names {
 public:
  using Scratch = TransitionModel::Scratch;

  // `folder` of the component, `file` its model, `width` of the token vectors. Fails with Code::model.
  static Result<Names> open(const std::string& folder, ModelFile& file, uint32_t width);

  // Fills ner and entity of `out`, whose sentence_start must be there: no name runs across sentences, none begins or
  // stands alone on white space.
  void find(TokenVectors& vectors, const std::vector<Features>& tokens, Scratch& scratch, Analysis& out) const;

  TransitionShape shape() const { return model_.shape(); }

  const std::vector<std::string>& labels() const { return labels_; }

 private:
  enum Action { missing, begin, inside, last, unit, outside, actions };  // spaCy's numbers
  struct Choice {
    Action action;
    uint16_t label;
  };
  struct State;

  Names(TransitionModel model) : model_(std::move(model)) {}
  void set_moves(const std::vector<Move>& moves);
  uint32_t choose_closed(const State& state, Scratch& scratch) const;
  uint32_t choose_open(const State& state, Scratch& scratch) const;

  TransitionModel model_;
  std::vector<std::string> labels_;
  std::vector<Choice> moves_;
  std::vector<Run> runs_;                // of moves that can begin where no name is open
  std::vector<uint32_t> inside_, last_;  // the move for a label
};

}  // namespace coranto::label
