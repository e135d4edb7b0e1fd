#include "note/actors.h"

#include <algorithm>
#include <map>

namespace coranto::note {

struct ActorTables::Lists {};

ActorTables::ActorTables(std::unique_ptr<Lists> lists) : lists_(std::move(lists)) {}
ActorTables::ActorTables(ActorTables&&) noexcept = default;
ActorTables::~ActorTables() = default;

Result<ActorTables> ActorTables::open(const std::string&) { return ActorTables(std::make_unique<Lists>()); }

struct Cast::State {
  const Tree& tree;
  std::vector<Actor> actors;
  std::map<std::string, ActorIndex, std::less<>> by_name;
};

Cast::Cast(const Tree& tree, const std::vector<Place>&, const Gazetteer&, const ActorTables&)
    : state_(new State{tree, {}, {}}) {}
Cast::~Cast() = default;

std::vector<ActorIndex> Cast::at(Index noun) {
  std::vector<ActorIndex> found;
  for (Index i : state_->tree.conjuncts(noun)) found.push_back(one_at(i));
  return found;
}

ActorIndex Cast::one_at(Index noun) {
  const Token& token = state_->tree[noun];
  return nameless(token.text, token.span);
}

std::vector<ActorIndex> Cast::owners_of(Index) { return {}; }

ActorIndex Cast::nameless(std::string_view name, Span mention) {
  auto found = state_->by_name.find(name);
  if (found == state_->by_name.end()) {
    found = state_->by_name.emplace(name, static_cast<ActorIndex>(state_->actors.size())).first;
    state_->actors.emplace_back().name = name;
  }
  auto& mentions = state_->actors[found->second].mentions;
  if (std::find(mentions.begin(), mentions.end(), mention) == mentions.end()) mentions.push_back(mention);
  return found->second;
}

const std::vector<Actor>& Cast::actors() const { return state_->actors; }
std::vector<Actor> Cast::take() { return std::move(state_->actors); }

}  // namespace coranto::note
