// Who is meant: pronouns and definite phrases find what stands before them.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {
namespace {

constexpr std::ptrdiff_t reach = 2000;  // mentions that a noun phrase may look back over: bounds the cost of long texts

struct Wanted {
  char gender = '-';
  bool plural = false, thing = false, person = false;
};

Wanted wanted_by(std::string_view pronoun) {
  if (is_one_of(pronoun, {"he", "him", "his", "himself"})) return {'m', false, false, true};
  if (is_one_of(pronoun, {"she", "her", "hers", "herself"})) return {'f', false, false, true};
  if (is_one_of(pronoun, {"it", "its", "itself"})) return {'-', false, true, false};
  return {'-', true, false, false};
}

bool fits(const Entity& e, const Wanted& w) {
  const bool one_person = (e.sort == Sort::person || e.sort == Sort::office) && !e.plural;
  if (w.person) return one_person && (e.gender == '-' || e.gender == w.gender);
  if (w.thing) return !e.plural && !one_person;
  return !one_person;
}

int rank_of_relation(std::string_view dep) {
  if (is_one_of(dep, {"nsubj", "nsubjpass"})) return 0;
  if (is_one_of(dep, {"dobj", "dative", "appos", "agent"})) return 2;
  return dep == "poss" ? 4 : 3;
}

}  // namespace

EntityIndex Cast::State::first_person(Index i) {
  if (is_one_of(tree[i].lower, {"i", "me", "my", "we", "us", "our", "myself", "ourselves", "mine", "ours"})) {
    for (auto speech = speeches.rbegin(); speech != speeches.rend(); ++speech) {
      if (!speech->quote.contains(tree[i].span) || speech->speaker >= entity_of_actor.size()) continue;
      mention(entity_of_actor[speech->speaker], i, tree[i].span);
      return entity_of[i];
    }
    return no_entity;
  }
  return read_pronoun(i);
}

void Cast::State::mark_quoted() {
  quoted.assign(tree.size(), false);
  bool inside = false;
  for (Index i = 0; i < tree.size(); ++i) {
    const Token& t = tree[i];
    if (t.is_space && t.text.find("\n\n") != std::string_view::npos) inside = false;
    if (is_one_of(t.text, {"“", "‘", "«", "``"})) inside = true;
    if (is_one_of(t.text, {"”", "»", "''"})) inside = false;
    if (t.text == "\"") inside = !inside;
    quoted[i] = inside;
  }
}

// The relative pronoun's antecedent: the noun that its clause hangs on.
EntityIndex Cast::State::read_relative(Index i) {
  Index verb = i;
  while (!tree.is_root(verb) && tree[verb].dep != "relcl") verb = tree.head(verb);
  if (tree[verb].dep != "relcl" || tree.is_root(verb)) return no_entity;
  const EntityIndex found = at(tree.head(verb), false);
  if (found != no_entity) mention(found, i, tree[i].span);
  return found;
}

// The verb of speech whose subject the pronoun is, or no_token.
Index Cast::State::speech_of(Index pronoun) const {
  if (tree[pronoun].dep != "nsubj") return no_token;
  const Index verb = tree.head(pronoun);
  return lists.speech.count(tree[verb].lemma) > 0 ? verb : no_token;
}

// What is said cannot name who says it: the clause under the verb, and the clause that an aside ("it wrote") breaks.
bool Cast::State::inside_speech(Index candidate, Index speech) const {
  if (tree.sentence_of(candidate) != tree.sentence_of(speech)) return false;
  for (const Index c : tree.children(speech)) {
    if (is_one_of(tree[c].dep, {"ccomp", "parataxis"}) && tree.dominates(c, candidate)) return true;
  }
  return is_one_of(tree[speech].dep, {"parataxis", "ccomp", "dep"}) && tree.head(candidate) == tree.head(speech);
}

double Cast::State::cost_of(const Mention& m, Index i, Index speech) const {
  const Token& t = tree[i];
  const Token& candidate = tree[m.token];
  const Wanted wanted = wanted_by(t.lower);
  const Entity& e = entities[m.entity];
  double cost =
      4.0 * static_cast<double>(tree.sentence_of(i) - tree.sentence_of(m.token)) + rank_of_relation(candidate.dep);
  if (wanted.person && e.gender == '-') cost += 1.5;
  if (!e.named && wanted.person) cost += 1;
  if (!wanted.person && e.sort == Sort::state && rank_of_relation(candidate.dep) == 3) cost += 2;
  if (wanted.plural && !e.plural) cost += 3;
  if (t.dep == candidate.dep) cost -= 0.5;
  if (quoted[m.token] && !quoted[i]) cost += 5;
  if (speech != no_token && candidate.dep == "nsubj" && lists.speech.count(tree[tree.head(m.token)].lemma) &&
      !quoted[m.token])
    cost -= 3;
  cost -= std::min<double>(2, static_cast<double>(e.actor.mentions.size()) * 0.3);
  return cost + 0.02 * (i - m.token);
}

EntityIndex Cast::State::read_pronoun(Index i) {
  const Token& t = tree[i];
  if (is_one_of(t.tag, {"WP", "WDT", "WP$"})) return read_relative(i);
  if (!is_one_of(t.lower, {"he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself",
                           "they", "them", "their", "theirs", "themselves"}))
    return no_entity;
  if (t.lower == "it" && t.dep == "expl") return no_entity;
  const Wanted wanted = wanted_by(t.lower);
  const Index verb = tree.head(i);
  const bool object = is_one_of(t.dep, {"dobj", "dative", "pobj"});
  const Index subject = object ? tree.subject(t.dep == "pobj" ? tree.head(verb) : verb) : no_token;
  const EntityIndex barred = subject != no_token && !t.lower.ends_with("self") && !t.lower.ends_with("selves")
                                 ? entity_of[subject]
                                 : no_entity;
  const Index speech = speech_of(i);
  EntityIndex best = no_entity;
  double best_cost = 1e9;
  for (auto m = mentions.rbegin(); m != mentions.rend(); ++m) {
    if (m->token >= i) continue;
    if (tree.sentence_of(i) - tree.sentence_of(m->token) > (wanted.person ? 6 : 3)) break;
    const Entity& e = entities[m->entity];
    if (m->entity == barred || !e.members.empty() || !fits(e, wanted)) continue;
    if (speech != no_token && inside_speech(m->token, speech)) continue;
    const double cost = cost_of(*m, i, speech);
    if (cost < best_cost) best_cost = cost, best = m->entity;
  }
  if (best == no_entity) return no_entity;
  if (wanted.person && entities[best].gender == '-') entities[best].gender = wanted.gender;
  mention(best, i, t.span);
  return best;
}

// Definite or bare phrases that take up somebody named before.
EntityIndex Cast::State::take_up(const Phrase& phrase) {
  const Token& t = tree[phrase.head];
  const std::string lemma = lowered(t.lemma);
  if (is_one_of(phrase.noun, {"government", "authority", "authorities", "administration", "regime", "state", "country",
                              "nation", "side"}) ||
      is_one_of(phrase.noun, {"federal government", "central government"})) {
    if (!phrase.country.empty() && !phrase.indefinite && (!phrase.plural || lemma == "authority"))
      return state_entity(phrase.country);
  }
  if (is_one_of(lemma, {"side", "country", "man", "woman", "leader", "minister", "president", "nation", "party",
                        "government", "neighbour", "neighbor", "ally", "rival", "state"}) &&
      phrase.plural && phrase.country.empty()) {
    const Token& first = tree[phrase.first];
    const bool two = first.lower == "both" ||
                     (phrase.first + 1 < phrase.head && tree[phrase.first + 1].lower == "two" && first.lower == "the");
    if (two) {
      const auto members = last_two(phrase.head, lemma);
      if (members.size() == 2) return joint(phrase.head, members);
    }
  }
  if (phrase.indefinite) return no_entity;
  const bool bare = !phrase.definite;
  EntityIndex best = no_entity;
  const auto farthest =
      mentions.rbegin() + std::min<std::ptrdiff_t>(reach, static_cast<std::ptrdiff_t>(mentions.size()));
  for (auto m = mentions.rbegin(); m != farthest; ++m) {
    const Entity& e = entities[m->entity];
    if (!e.members.empty() || m->token > phrase.head) continue;
    if (!phrase.country.empty() && !e.actor.country.empty() && e.actor.country != phrase.country) continue;
    const bool same_head = std::find(e.heads.begin(), e.heads.end(), phrase.noun) != e.heads.end() ||
                           std::find(e.heads.begin(), e.heads.end(), lemma) != e.heads.end();
    if (!e.named) {
      const bool shorter = phrase.definite && !phrase.plural && e.head.ends_with(" " + phrase.noun);
      if ((e.head != phrase.noun && !shorter) || e.plural != phrase.plural) continue;
      if (!phrase.country.empty() && e.actor.country.empty()) continue;
      return m->entity;
    }
    if (bare || phrase.plural || !same_head) continue;
    return m->entity;
  }
  if (phrase.definite && phrase.sense && phrase.sense->sort == Sort::body && !phrase.plural &&
      is_one_of(lemma, {"group",    "organisation", "organization", "company",  "firm",        "party",
                        "body",     "agency",       "union",        "alliance", "bloc",        "network",
                        "movement", "ministry",     "newspaper",    "paper",    "broadcaster", "channel",
                        "bank",     "service",      "court",        "faction",  "militia"})) {
    for (auto m = mentions.rbegin(); m != farthest; ++m) {
      const Entity& e = entities[m->entity];
      if (!e.named || e.sort != Sort::body) continue;
      const std::string& s = e.actor.sector;
      const bool suits = (is_one_of(lemma, {"company", "firm"}) && is_one_of(s, {"BUS", "MNC", ""})) ||
                         (is_one_of(lemma, {"newspaper", "paper", "broadcaster", "channel"}) && s == "JRN") ||
                         (is_one_of(lemma, {"group", "organisation", "organization", "movement", "network"}) &&
                          is_one_of(s, {"NGO", "SOC", "REB", "IMG", "IGO", "PRM", "CRM", "OPP", "BUS", "MNC", ""})) ||
                         (lemma == "party" && is_one_of(s, {"PTY", "OPP"})) ||
                         (is_one_of(lemma, {"agency", "service"}) && is_one_of(s, {"SPY", "UNO", "JRN"})) ||
                         (is_one_of(lemma, {"alliance", "bloc", "body"}) && is_one_of(s, {"IGO", "EUR", "UNO"})) ||
                         (lemma == "union" && s == "LAB") || (lemma == "court" && s == "JUD") ||
                         (is_one_of(lemma, {"faction", "militia"}) && is_one_of(s, {"REB", "PRM"}));
      if (suits) return m->entity;
    }
  }
  return best;
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

// The two that "both men", "the two sides", "the two presidents" take up.
std::vector<EntityIndex> Cast::State::last_two(Index before, const std::string& lemma) {
  const bool people = is_one_of(lemma, {"man", "woman", "leader", "two", "both"});
  const bool parties = is_one_of(lemma, {"side", "party", "ally", "rival", "two", "both"});
  const bool states =
      is_one_of(lemma, {"country", "nation", "government", "neighbour", "neighbor", "state", "capital"});
  std::vector<EntityIndex> found;
  if (is_one_of(lemma, {"two", "both"})) found = two_persons(before);
  for (auto m = mentions.rbegin(); m != mentions.rend() && found.size() < 2; ++m) {
    const Entity& e = entities[m->entity];
    if (m->token >= before || !e.members.empty() || (e.sort == Sort::state && !e.country_firm)) continue;
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
