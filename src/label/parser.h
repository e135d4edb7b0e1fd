// The dependency parser: greedy arc-eager transitions scored by a transition model.
#pragma once

#include <string>
#include <vector>

#include "label/arc_eager.h"
#include "label/dependency_tree.h"
#include "label/moves.h"
#include "label/transition_model.h"

namespace coranto::label {

class Parser {
 public:
  struct Scratch {
    TransitionModel::Scratch model;
    ArcEager state;
    DependencyTree tree;
  };

  // `folder` of the component, `file` its model, `width` of the token vectors. Fails with Code::model.
  static Result<Parser> open(const std::string& folder, ModelFile& file, uint32_t width);

  // Fills head, dep and sentence_start of `out`.
  void parse(TokenVectors& vectors, const std::vector<Features>& tokens, Scratch& scratch, Analysis& out) const;

  TransitionShape shape() const { return model_.shape(); }

  const std::vector<std::string>& labels() const { return names_.plain(); }

 private:
  struct Choice {
    ArcEager::Action action;
    uint16_t label;
  };

  Parser(TransitionModel model, DependencyLabels names) : model_(std::move(model)), names_(std::move(names)) {}
  uint32_t choose(Scratch& scratch) const;

  TransitionModel model_;
  DependencyLabels names_;
  std::vector<Choice> moves_;
  std::vector<Run> runs_;
};

}  // namespace coranto::label
