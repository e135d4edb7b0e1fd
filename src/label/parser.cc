#include "label/parser.h"

namespace coranto::label {

Result<Parser> Parser::open(const std::string& folder, ModelFile& file, uint32_t width) {
  if (auto fit = check_settings(folder); !fit) return fit.error();
  auto moves = read_moves(folder);
  if (!moves) return moves.error();
  std::vector<std::string> labels;
  for (const Move& move : *moves) {
    if (move.action >= ArcEager::actions) return Error{Code::model, "an unknown action", folder + "/moves"};
    if (move.label == "subtok") return Error{Code::model, "joining of subtokens is not supported", folder + "/moves"};
    if (move.action == ArcEager::left || move.action == ArcEager::right) labels.push_back(move.label);
  }
  auto names = DependencyLabels::of(labels);
  if (!names) return Error{Code::model, names.error().message, folder + "/moves"};
  TransitionModel model(file, ArcEager::context_size, width);
  if (auto read = file.status(); !read) return read.error();
  if (model.moves() != moves->size()) return Error{Code::model, "moves do not fit the model", folder + "/moves"};
  Parser parser(std::move(model), std::move(*names));
  std::vector<int> actions;
  for (const Move& move : *moves) {
    actions.push_back(move.action);
    parser.moves_.push_back({static_cast<ArcEager::Action>(move.action), parser.names_.number(move.label)});
  }
  parser.runs_ = runs_of(actions);
  return parser;
}

// The best valid move, the first of equals; none (moves_.size()) where no move is valid. A single valid move needs no
// scores.
uint32_t Parser::choose(Scratch& scratch) const {
  bool valid[ArcEager::actions];
  for (int a = 0; a < ArcEager::actions; ++a) valid[a] = scratch.state.valid(static_cast<ArcEager::Action>(a));
  uint32_t open = 0, only = static_cast<uint32_t>(moves_.size());
  for (const Run& run : runs_) {
    if (valid[run.action]) open += run.end - run.begin, only = run.begin;
  }
  if (open <= 1) return only;
  const float* scores = model_.scores(scratch.state.context().data(), scratch.model);
  uint32_t best = static_cast<uint32_t>(moves_.size());
  for (const Run& run : runs_) {
    if (!valid[run.action]) continue;
    const auto at = run.begin + static_cast<uint32_t>(kernels().argmax(scores + run.begin, run.end - run.begin));
    if (best == moves_.size() || scores[at] > scores[best]) best = at;
  }
  return best;
}

void Parser::parse(TokenVectors& vectors, const std::vector<Features>& tokens, Scratch& scratch, Analysis& out) const {
  model_.start(vectors, tokens.size(), scratch.model);
  ArcEager& state = scratch.state;
  state.start(tokens.size());
  while (!state.done()) {
    const uint32_t move = choose(scratch);
    if (move == moves_.size()) break;
    state.apply(moves_[move].action, moves_[move].label);
  }
  scratch.tree.finish(state.heads(), state.labels(), names_, tokens, out);
}

}  // namespace coranto::label
