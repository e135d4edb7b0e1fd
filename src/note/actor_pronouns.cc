// Who is meant by a pronoun.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {
namespace {

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
  Index noun = tree.head(verb);  // "Democrats on Capitol Hill, who": the Democrats
  const bool human = is_one_of(tree[i].lower, {"who", "whom"}) && tree[noun].dep == "pobj" &&
                     is_one_of(tree[noun].entity, {"GPE", "LOC", "FAC", "ORG"});
  if (human && !tree.is_root(tree.head(noun)) && is_one_of(tree[tree.head(tree.head(noun))].pos, {"NOUN", "PROPN"}))
    noun = tree.head(tree.head(noun));
  const EntityIndex found = at(noun, false);
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

}  // namespace coranto::note
