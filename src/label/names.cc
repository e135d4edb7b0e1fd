#include "label/names.h"

#include <algorithm>

namespace coranto::label {

struct Names::State {
  size_t at;
  int32_t start;        // of the open name, -1 where none is
  uint16_t label;       // of it
  bool space, goes_on;  // this token is white space; the next is of the same sentence
};

Result<Names> Names::open(const std::string& folder, ModelFile& file, uint32_t width) {
  if (auto fit = check_settings(folder); !fit) return fit.error();
  const auto moves = read_moves(folder);
  if (!moves) return moves.error();
  TransitionModel model(file, 3, width);
  if (auto read = file.status(); !read) return read.error();
  if (model.moves() != moves->size()) return Error{Code::model, "moves do not fit the model", folder + "/moves"};
  Names names(std::move(model));
  for (const Move& move : *moves) {
    if (move.action <= missing || move.action >= actions) {
      return Error{Code::model, "an unknown action", folder + "/moves"};
    }
  }
  names.set_moves(*moves);
  return names;
}

// A move without a label is for outside; of another action it is never valid.
void Names::set_moves(const std::vector<Move>& moves) {
  std::vector<int> usable;
  for (const Move& move : moves) {
    auto at = std::find(labels_.begin(), labels_.end(), move.label);
    if (at == labels_.end() && !move.label.empty()) at = labels_.insert(at, move.label);
    const auto action = move.label.empty() == (move.action == outside) ? static_cast<Action>(move.action) : missing;
    moves_.push_back({action, static_cast<uint16_t>(move.label.empty() ? 0 : at - labels_.begin())});
    usable.push_back(action);
  }
  const auto none = static_cast<uint32_t>(moves_.size());
  inside_.assign(labels_.size(), none);
  last_.assign(labels_.size(), none);
  for (uint32_t i = 0; i < none; ++i) {
    if (moves_[i].action == inside) inside_[moves_[i].label] = i;
    if (moves_[i].action == last) last_[moves_[i].label] = i;
  }
  runs_ = runs_of(usable);
  std::erase_if(runs_,
                [](const Run& run) { return run.action != begin && run.action != unit && run.action != outside; });
}

uint32_t Names::choose_closed(const State& state, Scratch& scratch) const {
  const auto valid = [&](const Run& run) {
    if (run.action == outside) return true;
    return !state.space && (run.action == unit || state.goes_on);
  };
  uint32_t open = 0, best = static_cast<uint32_t>(moves_.size());
  for (const Run& run : runs_) {
    if (valid(run)) open += run.end - run.begin, best = run.begin;
  }
  if (open <= 1) return best;
  const int32_t context[] = {static_cast<int32_t>(state.at), -1, -1};
  const float* scores = model_.scores(context, scratch);
  best = static_cast<uint32_t>(moves_.size());
  for (const Run& run : runs_) {
    if (!valid(run)) continue;
    const auto at = run.begin + static_cast<uint32_t>(kernels().argmax(scores + run.begin, run.end - run.begin));
    if (best == moves_.size() || scores[at] > scores[best]) best = at;
  }
  return best;
}

uint32_t Names::choose_open(const State& state, Scratch& scratch) const {
  const uint32_t on = inside_[state.label], end = last_[state.label], none = static_cast<uint32_t>(moves_.size());
  if (!state.goes_on || on == none) return end;
  if (end == none) return on;
  const auto at = static_cast<int32_t>(state.at);
  const int32_t context[] = {at, state.start, at - 1};
  const float* scores = model_.scores(context, scratch);
  if (scores[on] == scores[end]) return std::min(on, end);
  return scores[on] > scores[end] ? on : end;
}

void Names::find(TokenVectors& vectors, const std::vector<Features>& tokens, Scratch& scratch, Analysis& out) const {
  const size_t length = tokens.size();
  model_.start(vectors, length, scratch);
  out.ner.assign(length, 'O');
  out.entity.assign(length, 0);
  State state{0, -1, 0, false, false};
  for (; state.at < length; ++state.at) {
    const size_t at = state.at;
    state.space = tokens[at].is_space;
    state.goes_on = at + 1 < length && !out.sentence_start[at + 1];
    const uint32_t move = state.start < 0 ? choose_closed(state, scratch) : choose_open(state, scratch);
    if (move == moves_.size()) return;
    const auto [action, label] = moves_[move];
    if (action == begin) state.start = static_cast<int32_t>(at), state.label = label;
    if (action == unit) out.ner[at] = 'U', out.entity[at] = label;
    if (action != last) continue;
    const auto first = static_cast<size_t>(state.start);
    std::fill(out.ner.begin() + state.start, out.ner.begin() + static_cast<int32_t>(at), 'I');
    out.ner[first] = 'B';
    out.ner[at] = 'L';
    std::fill(out.entity.begin() + state.start, out.entity.begin() + static_cast<int32_t>(at) + 1, label);
    state.start = -1;
  }
}

}  // namespace coranto::label
