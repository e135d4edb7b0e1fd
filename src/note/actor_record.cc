// The actors of the record: which entities are listed, in which order, and what the notes call them.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {

ActorIndex Cast::State::publish(EntityIndex entity) {
  if (entity == no_entity) return no_actor;
  Entity& known = entities[entity];
  if (known.published != no_actor) return known.published;
  if (known.house != no_entity) settle(entities[known.house]);
  settle(known);
  known.published = static_cast<ActorIndex>(entity_of_actor.size());
  entity_of_actor.push_back(entity);
  return known.published;
}

namespace {

// Calls `see` with every actor index of the notes.
template <typename See>
void each_actor(Notes& notes, See see) {
  for (Statement& s : notes.statements) {
    see(s.speaker), see(s.addressee);
    for (ActorIndex& a : s.via) see(a);
  }
  for (Event& e : notes.events) {
    for (auto* list : {&e.actors, &e.recipients, &e.via}) {
      for (ActorIndex& a : *list) see(a);
    }
  }
}

}  // namespace

// A government acts where it is subject, object or agent of a verb, owner, or governed by a preposition of dealings.
bool Cast::State::is_party(Index token) const {
  const std::string_view dep = tree[token].dep;
  return is_one_of(dep, {"nsubj", "nsubjpass", "dobj", "dative", "appos", "conj", "poss", "ROOT"}) ||
         (dep == "pobj" && is_one_of(tree[tree.head(token)].lower, {"by", "with", "between", "against", "from", "to"}));
}

// Named actors stand in the record by themselves; governments, and the nameless whose noun says what they are
// ("residents", "a police officer"), where they are party to something; all others where a note uses them.
bool Cast::State::stands_alone(const Mention& mention) const {
  const Entity& e = entities[mention.entity];
  if (e.weak || !e.members.empty()) return false;
  if (!e.named) return !e.actor.sector.empty() && is_party(mention.token);
  return e.sort != Sort::state || (e.country_firm && is_party(mention.token));
}

void Cast::State::publish_standing() {
  std::vector<bool> seen(entities.size(), false);
  for (const Mention& m : mentions) {
    if (seen[m.entity] || !stands_alone(m)) continue;
    seen[m.entity] = true;
    publish(m.entity);
    entities[m.entity].listed = true;
  }
}

const Actor& Cast::actor(ActorIndex index) const { return state_->entities[state_->entity_of_actor[index]].actor; }

void Cast::take(Notes& notes) {
  State& s = *state_;
  s.publish_standing();
  std::vector<bool> wanted(s.entity_of_actor.size(), false);
  for (size_t i = 0; i < wanted.size(); ++i) wanted[i] = s.entities[s.entity_of_actor[i]].listed;
  each_actor(notes, [&](ActorIndex a) {
    if (a != no_actor) wanted[a] = true;
  });
  const auto first = [&s](ActorIndex i) {
    const auto& mentions = s.entities[s.entity_of_actor[i]].actor.mentions;
    return mentions.empty() ? UINT32_MAX : mentions.front().begin;
  };
  std::vector<ActorIndex> order;
  for (ActorIndex i = 0; i < wanted.size(); ++i) {
    if (wanted[i]) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](ActorIndex a, ActorIndex b) { return first(a) < first(b); });
  std::vector<ActorIndex> number(wanted.size(), no_actor);
  for (ActorIndex i = 0; i < order.size(); ++i) {
    number[order[i]] = i;
    notes.actors.push_back(std::move(s.entities[s.entity_of_actor[order[i]]].actor));
  }
  each_actor(notes, [&](ActorIndex& a) { a = a == no_actor ? a : number[a]; });
}

}  // namespace coranto::note
