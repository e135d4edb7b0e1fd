#include "note/event_source.h"

#include <algorithm>

namespace coranto::note {
namespace {

uint32_t length(const Statement& statement) {
  uint32_t sum = 0;
  for (Span s : statement.content) sum += s.end - s.begin;
  return sum;
}

// ", which has lent a ship,": set apart by a comma inside what somebody reports in indirect words.
bool is_added_by_writer(const Statement& statement, Index trigger, const Tree& tree) {
  if (statement.quoted != Quoted::indirect) return false;
  for (Index i = trigger; !tree.is_root(i); i = tree.head(i)) {
    if (is_one_of(tree[i].dep, {"advcl", "ccomp"})) return false;
    if (tree[i].dep != "relcl") continue;
    const Index first = tree[i].left_edge;
    const bool inside = first > 0 && std::any_of(statement.content.begin(), statement.content.end(), [&](Span s) {
                          return s.begin < tree[first].span.begin && tree[first].span.begin < s.end;
                        });
    return inside && tree[first - 1].text == "," && is_one_of(tree[first].lower, {"which", "who", "whom", "whose"});
  }
  return false;
}

bool holds(const std::vector<ActorIndex>& list, ActorIndex actor) {
  return std::find(list.begin(), list.end(), actor) != list.end();
}

// "China welcomes the step, its spokesman said": now, in his country's name.
bool speaks_for(const Event& event, Index trigger, ActorIndex speaker, const Tree& tree, const Cast& cast) {
  if (speaker == no_actor || !is_one_of(tree[trigger].tag, {"VBZ", "VBP", "JJ"})) return false;
  const Actor& voice = cast.actor(speaker);
  if (voice.country.empty() || !is_one_of(voice.sector, {"GOV", "MIL"})) return false;
  return std::any_of(event.actors.begin(), event.actors.end(), [&](ActorIndex a) {
    return cast.actor(a).kind == ActorKind::government && cast.actor(a).country == voice.country;
  });
}

}  // namespace

const Statement* holder_of(Span words, const std::vector<Statement>& statements) {
  const Statement* best = nullptr;
  for (const Statement& statement : statements) {
    const bool holds = std::any_of(statement.content.begin(), statement.content.end(),
                                   [&](Span s) { return s.begin <= words.begin && words.end <= s.end; });
    if (holds && (best == nullptr || length(statement) < length(*best))) best = &statement;
  }
  return best;
}

std::vector<ActorIndex> via_of(const Event& event, Index trigger, bool speech, const std::vector<Statement>& statements,
                               const Tree& tree, const Cast& cast) {
  const Statement* best = holder_of(event.trigger, statements);
  if (best == nullptr || is_added_by_writer(*best, trigger, tree)) return {};
  std::vector<ActorIndex> via = best->via;
  const bool said_here = speech && event.modality == Modality::happened;
  const bool own =
      said_here && (holds(event.actors, best->speaker) || speaks_for(event, trigger, best->speaker, tree, cast));
  if (!own && best->speaker != no_actor) via.push_back(best->speaker);
  return via;
}

}  // namespace coranto::note
