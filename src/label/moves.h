// What a component says beside its weights: its moves in the order in which it scores them, its labels, its settings.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coranto/result.h"

namespace coranto::label {

// One action of a transition system: what to do (the number that the system gives it) and with which label.
struct Move {
  int action = 0;
  std::string label;
};

// The moves of `folder`/moves in the order of their scores: by action, within it from the most frequent label down;
// labels added after training follow. Fails with Code::model.
Result<std::vector<Move>> read_moves(const std::string& folder);

// "labels" of `folder`/cfg. Fails with Code::model.
Result<std::vector<std::string>> read_labels(const std::string& folder);

// Fails unless `folder`/cfg asks for what is done here: greedy decoding (beam_width 1), no joining of subtokens.
Result<void> check_settings(const std::string& folder);

// Neighbouring moves of one action, scored together.
struct Run {
  int action = 0;
  uint32_t begin = 0, end = 0;
};
std::vector<Run> runs_of(const std::vector<int>& actions);

}  // namespace coranto::label
