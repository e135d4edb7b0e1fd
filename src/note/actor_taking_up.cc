// Who is meant by a phrase: definite and bare phrases take up somebody spoken of before.
#include <algorithm>
#include <cmath>

#include "note/cast.h"

namespace coranto::note {
namespace {

constexpr size_t reach = 2000;  // mentions that a noun phrase may look back over: bounds the cost of long texts

bool holds(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool names_government(std::string_view noun) {
  return is_one_of(noun, {"government", "authority", "authorities", "administration", "regime", "state", "country",
                          "nation", "side", "federal government", "central government"});
}

}  // namespace

EntityIndex Cast::State::take_up(const Phrase& phrase) {
  const std::string lemma =
      lowered(tree[phrase.head].tag == "NNPS" ? singular_of(tree[phrase.head]) : std::string(tree[phrase.head].lemma));
  if (names_government(phrase.noun) && !phrase.country.empty() && !phrase.indefinite &&
      (!phrase.plural || lemma == "authority"))
    return state_entity(phrase.country);
  if (const EntityIndex both = take_up_two(phrase, lemma); both != no_entity) return both;
  if (phrase.indefinite) return no_entity;
  const EntityIndex known = take_up_noun(phrase, lemma);
  return known != no_entity ? known : take_up_kind(phrase, lemma);
}

// "both men", "the two presidents".
EntityIndex Cast::State::take_up_two(const Phrase& phrase, const std::string& lemma) {
  const Token& first = tree[phrase.first];
  const bool two = first.lower == "both" ||
                   (first.lower == "the" && phrase.first + 1 < phrase.head && tree[phrase.first + 1].lower == "two") ||
                   (first.lower == "the" && phrase.first + 1 == phrase.head && lemma == "side");
  const bool counts_parties = is_one_of(
      lemma, {"side", "country", "man", "woman", "leader", "minister", "president", "nation", "party", "government",
              "neighbour", "neighbor", "ally", "rival", "state", "capital", "negotiator", "envoy", "diplomat"});
  if (!two || !counts_parties || !phrase.plural || !phrase.country.empty()) return no_entity;
  const auto members = last_two(phrase.head, lemma);
  return members.size() == 2 ? joint(phrase.head, members) : no_entity;
}

// The same noun, or the office or kind of somebody named.
EntityIndex Cast::State::take_up_noun(const Phrase& phrase, const std::string& lemma) const {
  size_t looked = 0;
  for (auto m = mentions.rbegin(); m != mentions.rend() && looked < reach; ++m, ++looked) {
    const Entity& e = entities[m->entity];
    if (!e.members.empty() || m->token > phrase.head) continue;
    if (!phrase.country.empty() && !e.actor.country.empty() && e.actor.country != phrase.country) continue;
    if (!e.named) {
      const bool shorter = phrase.definite && !phrase.plural && e.head.ends_with(" " + phrase.noun);
      if ((e.head != phrase.noun && !shorter) || e.plural != phrase.plural) continue;
      if (!phrase.country.empty() && e.actor.country.empty()) continue;
      return m->entity;
    }
    if (phrase.definite && !phrase.plural && (holds(e.heads, phrase.noun) || holds(e.heads, lemma))) return m->entity;
  }
  return no_entity;
}

// "the group", "the paper": the last named body of such a kind.
EntityIndex Cast::State::take_up_kind(const Phrase& phrase, const std::string& lemma) const {
  if (!phrase.definite || phrase.plural || !phrase.sense || phrase.sense->sort != Sort::body) return no_entity;
  const auto kinds = lists.kinds.find(lemma);
  if (kinds == lists.kinds.end()) return no_entity;
  size_t looked = 0;
  for (auto m = mentions.rbegin(); m != mentions.rend() && looked < reach; ++m, ++looked) {
    const Entity& e = entities[m->entity];
    if (e.named && e.sort == Sort::body && holds(kinds->second, e.actor.sector.empty() ? "-" : e.actor.sector))
      return m->entity;
  }
  return no_entity;
}

// The last two named persons, if one sentence of the last two names both.
std::vector<EntityIndex> Cast::State::two_persons(Index before) const {
  std::vector<EntityIndex> found;
  size_t sentence = 0;
  for (auto m = mentions.rbegin(); m != mentions.rend() && found.size() < 2; ++m) {
    if (m->token >= before) continue;
    if (tree.sentence_of(before) - tree.sentence_of(m->token) > 1) break;
    const Entity& e = entities[m->entity];
    if (e.sort != Sort::person || !e.named || e.plural) continue;
    if (!found.empty() && (m->entity == found[0] || tree.sentence_of(m->token) != sentence)) continue;
    sentence = tree.sentence_of(m->token);
    found.push_back(m->entity);
  }
  return found.size() == 2 ? found : std::vector<EntityIndex>{};
}

// The two parties of which the report has spoken most and last.
std::vector<EntityIndex> Cast::State::most_spoken_of(Index before, Index subject) const {
  constexpr double fading = 0.85;  // by sentence
  std::map<EntityIndex, double> weight;
  size_t looked = 0;
  for (auto m = mentions.rbegin(); m != mentions.rend() && looked < reach; ++m, ++looked) {
    const Entity& e = entities[m->entity];
    if (m->token >= before || !e.members.empty() || (e.sort == Sort::state && !e.country_firm)) continue;
    if ((e.sort == Sort::person || e.sort == Sort::office) && !e.plural) continue;
    if ((!e.named && !e.plural && e.sort != Sort::body) || e.actor.sector == "JRN") continue;
    if (subject != no_token && !tree.dominates(subject, before) && tree.dominates(subject, m->token)) continue;
    weight[m->entity] += std::pow(fading, static_cast<double>(tree.sentence_of(before) - tree.sentence_of(m->token)));
  }
  std::vector<EntityIndex> found;
  for (const auto& [entity, w] : weight) found.push_back(entity);
  std::stable_sort(found.begin(), found.end(), [&](EntityIndex a, EntityIndex b) { return weight[a] > weight[b]; });
  if (found.size() > 2) found.resize(2);
  return found;
}

// The two that "both men", "the two sides", "the two presidents" take up.
std::vector<EntityIndex> Cast::State::last_two(Index before, const std::string& lemma) {
  Index clause = before;
  while (!tree.is_root(clause) && tree[clause].pos != "VERB") clause = tree.head(clause);
  const Index subject = tree.dominates(clause, before) ? tree.subject(clause) : no_token;
  const bool people = is_one_of(lemma, {"man", "woman", "leader", "two", "both"});
  const bool parties = is_one_of(lemma, {"side", "party", "ally", "rival", "two", "both"});
  const bool states =
      is_one_of(lemma, {"country", "nation", "government", "neighbour", "neighbor", "state", "capital"});
  const bool opposed = is_one_of(lemma, {"side", "party", "rival"});
  if (opposed) {
    auto pair = most_spoken_of(before, subject);
    if (pair.size() == 2) return pair;
  }
  std::vector<EntityIndex> found;
  if (is_one_of(lemma, {"negotiator", "envoy", "diplomat"})) return two_persons(before);
  if (is_one_of(lemma, {"two", "both"})) found = two_persons(before);
  for (auto m = mentions.rbegin(); m != mentions.rend() && found.size() < 2; ++m) {
    const Entity& e = entities[m->entity];
    const bool apart = subject != no_token && !tree.dominates(subject, before) && tree.dominates(subject, m->token);
    if (m->token >= before || apart || !e.members.empty() || (e.sort == Sort::state && !e.country_firm)) continue;
    const bool person = (e.sort == Sort::person || e.sort == Sort::office) && !e.plural;
    bool suits = people && person && e.named;
    suits |= states && e.sort == Sort::state;
    suits |=
        parties && !person && (e.named || e.plural) &&
        !(tree[m->token].dep == "pobj" && is_one_of(tree[tree.head(m->token)].lower, {"in", "at", "near", "from"}));
    suits |=
        !people && !parties && !states && person && std::find(e.heads.begin(), e.heads.end(), lemma) != e.heads.end();
    if (suits && found.size() == 1 && is_one_of(lemma, {"two", "both"}))
      suits = person == (entities[found[0]].sort == Sort::person);
    if (suits && std::find(found.begin(), found.end(), m->entity) == found.end()) found.push_back(m->entity);
  }
  std::reverse(found.begin(), found.end());
  return found;
}

}  // namespace coranto::note
