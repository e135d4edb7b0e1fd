#include "note/event_match.h"

#include <algorithm>

#include "base/tsv.h"
#include "note/letters.h"

namespace coranto::note {
namespace {

char letter_of(const Token& token) {
  if (token.pos == "VERB" || token.pos == "AUX") return 'V';
  if (token.pos == "NOUN") return 'N';
  return token.pos == "ADJ" ? 'A' : ' ';
}

bool is_armed_sector(std::string_view sector) {
  return is_one_of(sector, {"MIL", "REB", "PRM", "COP", "UAF", "IMG", "SPY"});
}

// "to" and the bare verb.
bool is_infinitive(const Tree& tree, Index verb) {
  if (tree[verb].tag != "VB" && tree.child(verb, {"auxpass"}) == no_token) return false;
  const auto auxiliaries = tree.all(verb, {"aux"});
  return std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](Index a) { return tree[a].lower == "to"; });
}

bool has_aux(const Tree& tree, Index verb, std::initializer_list<std::string_view> words) {
  const auto auxiliaries = tree.all(verb, {"aux"});
  return std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](Index a) { return is_one_of(tree[a].lower, words); });
}

// "called for the minister to resign"
bool is_for_clause(const Tree& tree, Index verb) {
  const Index mark = tree.child(verb, {"mark"});
  return mark != no_token && tree[mark].lower == "for";
}

// "insisted that he leave", "asked that they be freed"
bool is_subjunctive(const Tree& tree, Index verb) {
  const Index passive = tree.child(verb, {"auxpass"});
  if (passive != no_token) return tree[passive].lower == "be" && tree.child(verb, {"aux"}) == no_token;
  const Index subject = tree.child(verb, {"nsubj"});
  if (subject == no_token || tree.child(verb, {"aux"}) != no_token) return false;
  const bool bare = tree[verb].tag == "VB" || tree[verb].tag == "VBP";
  return bare && tree[verb].lower == tree[verb].lemma &&
         (is_one_of(tree[subject].tag, {"NN", "NNP"}) || is_one_of(tree[subject].lower, {"he", "she", "it"}));
}

bool is_official_sector(std::string_view sector) {
  return is_one_of(sector, {"GOV", "MIL", "LEG", "JUD", "PTY", "OPP", "IGO", "UNO", "EUR", "ELI"});
}

}  // namespace

bool Matcher::fits(const PatternWord& word, Index token) const {
  const Token& t = tree_[token];
  if (!word.word_class.empty()) return is_member(token, word.word_class);
  return std::any_of(word.forms.begin(), word.forms.end(),
                     [&](const std::string& form) { return form == t.lemma || form == t.lower; });
}

bool Matcher::is_member(Index noun, std::string_view word_class) const {
  const Token& t = tree_[noun];
  if (classes_.contains(word_class, t.lemma) || classes_.contains(word_class, t.lower)) return true;
  for (Index c : tree_.children(noun)) {
    if (!is_one_of(tree_[c].dep, {"compound", "amod", "nmod", "npadvmod"})) continue;
    if (t.pos == "PROPN" && classes_.contains(word_class, tree_[c].lower)) return true;  // "destroyer Heron"
    std::string compound(tree_[c].lower);
    compound.append(" ").append(t.lemma);
    if (classes_.contains(word_class, compound)) return true;
  }
  const Index counted = tree_.object_of(noun, "of");
  if (counted != no_token) {  // "a state of emergency"
    const std::string whole = std::string(t.lemma) + " of " + std::string(tree_[counted].lemma);
    if (classes_.contains(word_class, whole)) return true;
  }
  if (!classes_.contains("quantity", t.lemma) || word_class == "quantity") return false;
  return counted != no_token && is_member(counted, word_class);
}

Index Matcher::find_word(const PatternWord& word, Index trigger, const std::vector<Index>& words, bool noun) const {
  const auto free = [&](Index i) { return i != trigger && std::find(words.begin(), words.end(), i) == words.end(); };
  const auto try_word = [&](Index i) -> Index {
    if (i == no_token) return no_token;
    if (free(i) && fits(word, i)) return i;
    if (!is_noun(tree_[i])) return no_token;
    for (Index c : tree_.all(i, {"conj"})) {
      if (free(c) && fits(word, c)) return c;
    }
    if (!classes_.contains("quantity", tree_[i].lemma)) return no_token;
    const Index counted = tree_.object_of(i, "of");
    return counted != no_token && free(counted) && fits(word, counted) ? counted : no_token;
  };
  std::vector<Index> governors(words.rbegin(), words.rend());
  governors.push_back(trigger);
  const Index object = noun ? no_token : arguments_.sufferer(trigger);
  if (const Index found = try_word(object); found != no_token) return found;
  if (object != no_token) governors.push_back(object);
  for (Index g : governors) {
    for (Index c : tree_.children(g)) {
      if (is_one_of(tree_[c].dep, {"conj", "punct", "advcl", "relcl", "nsubj", "cc"})) continue;
      const bool matched = std::find(words.begin(), words.end(), g) != words.end();  // "lift state of emergency"
      if (g == object && tree_[c].lower == "of" && !matched) continue;
      if (g == object && tree_[c].dep == "compound" && !word.word_class.empty()) continue;
      if (const Index found = try_word(c); found != no_token) return found;
    }
  }
  return no_token;
}

bool Matcher::words_match(const Rule& rule, Index trigger, std::vector<Index>& words) const {
  for (size_t w = 0; w < rule.words.size(); ++w) {
    if (w == rule.head) continue;
    const Index found = find_word(rule.words[w], trigger, words, rule.pos == 'N');
    if (found == no_token) return false;
    words.push_back(found);
  }
  return true;
}

bool Matcher::has_actor(Index noun, std::string_view value) {
  if (value == "country" && tree_[noun].entity == "GPE") return true;
  const auto actors = cast_.at(noun);
  if (actors.empty()) return false;
  if (value == "actor") return true;
  const Actor& actor = cast_.actor(actors[0]);
  if (value == "country") return actor.kind == ActorKind::government;
  if (value == "statesman") {
    return actor.kind != ActorKind::organization && is_one_of(actor.sector, {"GOV", "LEG", "ELI"});
  }
  if (value == "person") return actor.kind == ActorKind::person;
  if (value == "official") {
    return is_official_sector(actor.sector) || actor.kind == ActorKind::government || !actor.role.empty() ||
           is_member(noun, "official");
  }
  if (value == "armed") {
    return is_armed_sector(actor.sector) || actor.kind == ActorKind::government || is_member(noun, "troops") ||
           is_member(noun, "police") || is_member(noun, "rebels") || is_member(noun, "arms");
  }
  if (value == "group") return actor.kind != ActorKind::person;
  return false;
}

// A name or pronoun whose actor holds an office of the class ("Smith", the ambassador).
bool Matcher::has_role(Index noun, std::string_view word_class) {
  if (tree_[noun].pos != "PROPN" && tree_[noun].pos != "PRON") return false;
  for (ActorIndex a : cast_.at(noun)) {
    const Actor& actor = cast_.actor(a);
    const auto words = split(lowered(actor.role.empty() ? actor.name : actor.role), ' ');
    if (!words.empty() && classes_.contains(word_class, words.back())) return true;
  }
  return false;
}

bool Matcher::is_of(Index noun, std::string_view value) {
  if (value == "any") return true;
  if (value == "owned") return !cast_.owners_of(noun).empty();
  if (value == "plural")
    return is_one_of(tree_[noun].tag, {"NNS", "CD"}) || is_one_of(tree_[noun].lower, {"they", "both"}) ||
           tree_.all(noun, {"conj"}).size() > 0;
  if (value == "armed" && is_member(noun, "arms")) return true;
  if (is_one_of(value, {"actor", "country", "official", "armed", "group", "person", "statesman"}))
    return has_actor(noun, value);
  if (value[0] == '@') return is_member(noun, value.substr(1)) || has_role(noun, value.substr(1));
  return tree_[noun].lemma == value || tree_[noun].lower == value;
}

bool Matcher::same_side(Index a, Index b) {
  if (b == no_token) return false;
  const auto left = cast_.at(a), right = cast_.at(b);
  if (left.empty() || right.empty()) return false;
  const Actor &x = cast_.actor(left[0]), &y = cast_.actor(right[0]);
  return left[0] == right[0] || (!x.country.empty() && x.country == y.country);
}

bool Matcher::is_clause_of(Index verb, std::string_view value) {
  if (value == "will") return has_aux(tree_, verb, {"will", "would", "'ll", "’ll", "could"});
  if (value == "must") return has_aux(tree_, verb, {"must", "should", "ought"});
  if (value == "to") return is_infinitive(tree_, verb);
  if (value == "for") return is_for_clause(tree_, verb);
  if (value == "done") return tree_[verb].tag == "VBN" && tree_.child(verb, {"aux"}) == no_token;
  if (value == "subjunctive") return is_subjunctive(tree_, verb);
  if (value != "actor" && value != "own") return is_of(verb, value);
  const Index subject = tree_.child(verb, {"nsubj", "nsubjpass"});
  if (value == "own")
    return subject == no_token || tree_[subject].pos == "PRON" || tree_[subject].dep == "nsubjpass" ||
           same_side(subject, arguments_.doer(tree_.head(verb)));
  return subject != no_token && has_actor(subject, "actor");
}

bool Matcher::meets(const Condition& condition, const Reading& reading) {
  std::vector<Index> found;
  if (condition.where == "parties") {
    for (const auto* slots : {&reading.rule->actors, &reading.rule->recipients}) {
      for (const Slot& slot : *slots) {
        for (Index i : arguments_.at(reading.trigger, slot, reading.words)) {
          if (has_actor(i, "actor")) return !condition.negated;
        }
      }
    }
    return condition.negated;
  }
  found = arguments_.at(reading.trigger, condition.where, reading.words);
  if (condition.value == "none") return found.empty() != condition.negated;
  const bool clause = condition.where == "clause";
  const bool any = std::any_of(found.begin(), found.end(), [&](Index i) {
    return clause ? is_clause_of(i, condition.value) : is_of(i, condition.value);
  });
  return any != condition.negated;
}

std::optional<Reading> Matcher::read(Index token) {
  const char pos = letter_of(tree_[token]);
  if (pos == ' ') return std::nullopt;
  for (const Rule* rule : lexicon_.rules(tree_[token].lemma, pos)) {
    Reading reading{rule, token, {}, no_token};
    if (!words_match(*rule, token, reading.words)) continue;
    const bool met = std::all_of(rule->when.begin(), rule->when.end(),
                                 [&](const Condition& condition) { return meets(condition, reading); });
    if (!met) continue;
    if (pos == 'N') reading.light = arguments_.light_verb(token);
    if (pos == 'N' && rule->type == "CONSULT" && reading.light == no_token)
      reading.light = arguments_.attending_verb(token);
    return reading;
  }
  return std::nullopt;
}

}  // namespace coranto::note
