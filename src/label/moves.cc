#include "label/moves.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/mapped_file.h"
#include "label/msgpack.h"

namespace coranto::label {
namespace {

using nlohmann::json;

struct Frequent {
  int64_t frequency;
  Move move;
};

// As Python sorts (frequency, label) pairs in reverse.
bool rarer(const Frequent& a, const Frequent& b) {
  if (a.frequency != b.frequency) return a.frequency > b.frequency;
  return a.move.label > b.move.label;
}

bool known(const std::vector<Move>& moves, const Move& move) {
  return std::any_of(moves.begin(), moves.end(),
                     [&](const Move& m) { return m.action == move.action && m.label == move.label; });
}

// TransitionSystem.initialize_actions. False where the JSON is of another form.
bool order(const json& labels_by_action, std::vector<Move>& moves) {
  std::vector<Frequent> added;
  for (const auto& [action, frequencies] : labels_by_action.items()) {  // sorted by name
    if (action.size() != 1 || action[0] < '0' || action[0] > '9' || !frequencies.is_object()) return false;
    std::vector<Frequent> labels;
    for (const auto& [label, frequency] : frequencies.items()) {
      if (!frequency.is_number_integer()) return false;
      labels.push_back({frequency.get<int64_t>(), {action[0] - '0', label}});
    }
    std::sort(labels.begin(), labels.end(), rarer);
    for (const Frequent& label : labels) {
      if (label.frequency < 0) {
        added.push_back(label);
      } else if (!known(moves, label.move)) {
        moves.push_back(label.move);
      }
    }
  }
  std::stable_sort(added.begin(), added.end(), rarer);
  for (const Frequent& label : added) {
    if (!known(moves, label.move)) moves.push_back(label.move);
  }
  return true;
}

Result<json> read_settings(const std::string& folder) {
  const std::string path = folder + "/cfg";
  const auto file = MappedFile::open(path);
  if (!file) return Error{Code::model, file.error().message, path};
  json settings = json::parse(file->bytes(), nullptr, false);
  if (!settings.is_object()) return Error{Code::model, "not a JSON object", path};
  return settings;
}

}  // namespace

Result<std::vector<Move>> read_moves(const std::string& folder) {
  const std::string path = folder + "/moves";
  const auto file = MappedFile::open(path);
  if (!file) return Error{Code::model, file.error().message, path};
  const auto tree = msgpack::Tree::parse(file->bytes(), path);
  if (!tree) return Error{Code::model, tree.error().message, tree.error().where};
  const json labels_by_action = json::parse(tree->root()["moves"].text(), nullptr, false);
  std::vector<Move> moves;
  if (!labels_by_action.is_object() || !order(labels_by_action, moves) || moves.empty() || moves.size() > 65535) {
    return Error{Code::model, "no moves with frequencies", path};
  }
  return moves;
}

Result<std::vector<std::string>> read_labels(const std::string& folder) {
  const auto settings = read_settings(folder);
  if (!settings) return settings.error();
  std::vector<std::string> labels;
  const auto found = settings->find("labels");
  if (found != settings->end() && found->is_array()) {
    for (const json& label : *found) labels.push_back(label.is_string() ? label.get<std::string>() : "");
  }
  if (labels.empty()) return Error{Code::model, "no labels", folder + "/cfg"};
  return labels;
}

Result<void> check_settings(const std::string& folder) {
  const auto settings = read_settings(folder);
  if (!settings) return settings.error();
  const json beam = settings->value("beam_width", json(1)), joins = settings->value("learn_tokens", json(false));
  if (beam != 1) return Error{Code::model, "beam search is not supported", folder + "/cfg"};
  if (joins != false) return Error{Code::model, "joining of subtokens is not supported", folder + "/cfg"};
  return {};
}

std::vector<Run> runs_of(const std::vector<int>& actions) {
  std::vector<Run> runs;
  for (uint32_t i = 0; i < actions.size(); ++i) {
    if (runs.empty() || runs.back().action != actions[i]) runs.push_back({actions[i], i, i});
    runs.back().end = i + 1;
  }
  return runs;
}

}  // namespace coranto::label
