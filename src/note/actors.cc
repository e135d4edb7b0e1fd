#include "note/actors.h"

#include <algorithm>

#include "note/cast.h"

namespace coranto::note {

bool is_pronoun(const Token& token) {
  return token.pos == "PRON" || is_one_of(token.tag, {"PRP", "PRP$", "WP", "WP$", "WDT"});
}

Cast::State::State(const Tree& t, const std::vector<Place>& p, const Gazetteer& g, const ActorTables::Lists& l)
    : tree(t), places(p), gazetteer(g), lists(l), entity_of(t.size(), no_entity) {}

EntityIndex Cast::State::add(Entity entity) {
  entities.push_back(std::move(entity));
  return static_cast<EntityIndex>(entities.size() - 1);
}

EntityIndex Cast::State::state_entity(std::string_view country) {
  for (EntityIndex e = 0; e < entities.size(); ++e) {
    if (entities[e].sort == Sort::state && entities[e].actor.country == country && entities[e].country_firm) return e;
  }
  Entity state;
  state.sort = Sort::state;
  state.named = state.country_firm = state.sector_firm = true;
  state.actor.kind = ActorKind::government;
  state.actor.name = gazetteer.country_name(country);
  if (state.actor.name.empty()) state.actor.name = country;
  state.actor.country = country;
  state.actor.sector = "GOV";
  state.heads = {"government", "country", "state", "nation"};
  return add(std::move(state));
}

void Cast::State::mention_only(EntityIndex entity, Span span) {
  auto& spans = entities[entity].actor.mentions;
  const auto place = std::lower_bound(spans.begin(), spans.end(), span);
  if (place == spans.end() || *place != span) spans.insert(place, span);
}

void Cast::State::mention(EntityIndex entity, Index token, Span span) {
  mention_only(entity, span);
  entity_of[token] = entity;
  mentions.push_back({token, entity});
}

// "HANOI, Vietnam (AP) — Defense Secretary X": what stands before the dash is no part of the sentence.
Index Cast::State::past_dateline(Index token) const {
  const Index begin = tree.sentence_begin(tree.sentence_of(token));
  if (token > begin + 8) return token;
  Index dash = token + 1;
  const Index end = std::min<Index>(static_cast<Index>(tree.size()), begin + 14);
  const auto parts = [this](Index i) {  // a hyphen inside a word parts nothing
    if (is_one_of(tree[i].text, {"-", "–"})) return tree[i - 1].span.end < tree[i].span.begin;
    return is_one_of(tree[i].text, {"—", "--", "_"});
  };
  while (dash < end && !parts(dash)) ++dash;
  if (dash >= end || tree[dash].pos != "PUNCT") return token;
  for (Index i = begin; i < dash; ++i) {
    if (tree[i].pos == "VERB" || tree[i].pos == "AUX" || tree[i].pos == "PRON" || tree[i].pos == "NOUN") return token;
  }
  for (Index i = dash + 1; i < tree.size() && tree.sentence_of(i) == tree.sentence_of(token); ++i) {
    const bool head =
        name_of[i] ? names[name_of[i] - 1].head == i && !is_one_of(tree[i].dep, {"compound", "poss", "nmod", "amod"})
                   : tree[i].pos == "NOUN" && tree[i].dep != "compound";
    if (head && (entity_of[i] != no_entity || tree[i].pos == "NOUN")) return i;
    if (tree[i].pos == "VERB") break;
  }
  return token;
}

EntityIndex Cast::State::at(Index token, bool asked) {
  if (token >= tree.size()) return no_entity;
  if (asked) token = past_dateline(token);
  if (asked && entity_of[token] != no_entity) {  // a town suffers nothing itself, though it may speak
    const Entity& e = entities[entity_of[token]];
    const bool mere_place = e.sort == Sort::state && !e.country_firm && e.named;
    if (mere_place && tree[token].dep != "nsubj" &&
        !(tree[token].dep == "pobj" && tree[tree.head(token)].dep == "agent"))
      return no_entity;
  }
  if (entity_of[token] != no_entity) return entity_of[token];
  constexpr int deepest = 40;  // of owners within owners and clauses within clauses
  if (depth >= deepest) return no_entity;
  ++depth;
  const EntityIndex found = !is_pronoun(tree[token]) ? read_nominal(token, asked)
                            : asked                  ? first_person(token)
                                                     : read_pronoun(token);
  --depth;
  return found;
}

Cast::Cast(const Tree& tree, const std::vector<Place>& places, const Gazetteer& gazetteer, const ActorTables& tables)
    : state_(std::make_unique<State>(tree, places, gazetteer, tables.lists())) {
  State& s = *state_;
  s.mark_quoted();
  s.find_home();
  s.mark_headings();
  s.find_names();
  s.gather_names();
  s.name_surnames();
  s.name_headings();
  s.read_roles();
  for (Index i = 0; i < tree.size(); ++i) {
    if (s.name_of[i]) {
      const Name& name = s.names[s.name_of[i] - 1];
      if (name.head == i && s.entity_of[i] != no_entity) {
        const EntityIndex e = s.entity_of[i];
        const Index first = s.entities[e].sort == Sort::body ? std::min(name.first, s.base_first(i))
                            : name.title != no_token         ? name.title
                                                             : name.first;
        s.mention(e, i, {tree[first].span.begin, tree[name.last].span.end});
      }
    } else if (s.entity_of[i] == no_entity && (is_pronoun(tree[i]) || tree[i].pos == "NOUN")) {
      s.at(i, false);
    }
  }
}

Cast::~Cast() = default;

std::vector<ActorIndex> Cast::at(Index noun) {
  std::vector<ActorIndex> found;
  for (Index i : state_->coordinated(noun)) {
    const EntityIndex e = state_->at(i, true);
    if (e == no_entity) continue;
    const auto members = state_->entities[e].members;
    for (const EntityIndex m : members.empty() ? std::vector<EntityIndex>{e} : members) {
      const ActorIndex actor = state_->publish(m);
      if (std::find(found.begin(), found.end(), actor) == found.end()) found.push_back(actor);
    }
  }
  return found;
}

ActorIndex Cast::one_at(Index noun) {
  State& s = *state_;
  const EntityIndex alone = s.at(noun, true);
  const auto together = s.coordinated(noun);
  if (together.size() < 2 || together[0] != noun) return s.publish(alone);
  std::vector<EntityIndex> members;
  for (const Index i : together) {
    const EntityIndex e = s.at(i, true);
    if (e == no_entity || std::find(members.begin(), members.end(), e) != members.end()) return s.publish(alone);
    members.push_back(e);
  }
  return s.publish(s.joint_of(together, members));
}

std::vector<ActorIndex> Cast::owners_of(Index noun) {
  std::vector<ActorIndex> found;
  const Tree& tree = state_->tree;
  for (Index c : tree.children(noun)) {
    const bool owner = is_one_of(tree[c].dep, {"poss", "compound", "nmod", "amod"});
    if (!owner) continue;
    EntityIndex e = state_->at(c, true);
    if (e == no_entity && tree[c].dep != "poss") {
      const std::string country = state_->country_of_token(c);
      if (!country.empty()) e = state_->state_entity(country), state_->mention(e, c, tree[c].span);
    }
    if (e != no_entity) {
      const auto actors_there = at(c);
      found.insert(found.end(), actors_there.begin(), actors_there.end());
    }
  }
  for (const auto preposition : {"of", "by", "from"}) {
    const Index of = found.empty() ? tree.object_of(noun, preposition) : no_token;
    if (of != no_token) found = at(of);
  }
  return found;
}

ActorIndex Cast::nameless(std::string_view name, Span mention) {
  State& s = *state_;
  auto found = s.nameless.find(name);
  if (found == s.nameless.end()) {
    Entity fresh;
    fresh.actor.name = name;
    fresh.actor.sector = "UNK";
    fresh.actor.kind = ActorKind::group;
    found = s.nameless.emplace(name, s.add(std::move(fresh))).first;
  }
  const Index token = s.tree.token_at(mention.begin);
  if (token != no_token) {
    s.mention_only(found->second, mention);
  }
  return s.publish(found->second);
}

void Cast::speaks(Span quote, ActorIndex speaker) { state_->speeches.push_back({quote, speaker}); }

}  // namespace coranto::note
