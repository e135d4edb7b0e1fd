// Several actors as one: "both men", "the European Union and Canada".
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {

EntityIndex Cast::State::joint(Index head, const std::vector<EntityIndex>& members) {
  Entity both;
  both.members = members;
  both.plural = true;
  both.sort = Sort::crowd;
  both.actor.kind = ActorKind::group;
  Index begin = base_first(head);
  if (begin < head && tree[begin].lower == "the") ++begin;
  both.actor.name = text_of(begin, head);
  const Entity& first = entities[members[0]];
  const Entity& second = entities[members[1]];
  if (first.actor.country == second.actor.country) both.actor.country = first.actor.country;
  if (first.actor.sector == second.actor.sector) both.actor.sector = first.actor.sector;
  both.country_firm = both.sector_firm = true;
  return add(std::move(both));
}

// "The European Union and Canada" as one; the same members are the same actor.
EntityIndex Cast::State::joint_of(const std::vector<Index>& together, const std::vector<EntityIndex>& members) {
  const Index first = base_first(together.front());
  const Span span{tree[first].span.begin, tree[together.back()].span.end};
  for (EntityIndex e = 0; e < entities.size(); ++e) {
    if (entities[e].members != members) continue;
    mention_only(e, span);
    return e;
  }
  const EntityIndex made = joint(together.back(), members);
  entities[made].actor.name =
      text_of(is_one_of(tree[first].lower, {"the", "a", "an"}) ? first + 1 : first, together.back());
  mention_only(made, span);
  return made;
}

// The coordination that the noun stands in; "A of X and B of Y" may hang B on X.
std::vector<Index> Cast::State::coordinated(Index noun) const {
  std::vector<Index> all = tree.conjuncts(noun);
  for (size_t k = 0; k < all.size() && all.size() < 50; ++k) {
    const Index of = tree.object_of(all[k], "of");
    if (of == no_token || entity_of[all[k]] == no_entity || entities[entity_of[all[k]]].sort != Sort::person) continue;
    for (const Index c : tree.all(of, {"conj"})) {
      const EntityIndex e = entity_of[c];
      if (e != no_entity && entities[e].sort == Sort::person && std::find(all.begin(), all.end(), c) == all.end())
        all.push_back(c);
    }
  }
  return all;
}

}  // namespace coranto::note
