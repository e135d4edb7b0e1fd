// Weekdays and months without a year lie behind or ahead; the verb that governs them says which.
#include "note/time_sense.h"
#include "note/tree.h"

namespace coranto::note {
namespace {

// Words after which what follows is still to come.
bool looks_ahead(std::string_view lemma) {
  return is_one_of(lemma, {"schedule", "expect", "due", "plan", "slate", "intend", "hope", "prepare", "upcoming",
                           "forthcoming", "aim", "want", "poise", "anticipate", "promise", "vow", "pledge"});
}

// "declined to comment Monday": the infinitive lies where its verb lies.
bool infinitive_is_fact(std::string_view lemma) {
  return is_one_of(lemma, {"decline", "refuse", "fail", "manage", "begin", "start", "continue", "use", "appear", "seem",
                           "happen", "force", "help", "come", "go"});
}

bool has_left_child(const Document& document, uint32_t verb, std::initializer_list<std::string_view> words) {
  for (uint32_t i = document[verb].left_edge; i < verb; ++i) {
    if (document[i].head == verb && is_one_of(document[i].lower, words)) return true;
  }
  return false;
}

bool has_modal(const Document& document, uint32_t verb) {
  for (uint32_t i = document[verb].left_edge; i < verb; ++i) {
    if (document[i].head == verb && document[i].tag == "MD") return true;
  }
  return false;
}

// Acts on a timetable: "meets his party on Wednesday".
bool is_timetabled(std::string_view lemma) {
  return is_one_of(lemma, {"meet", "visit", "begin", "start", "open", "vote", "resume", "travel", "fly", "leave",
                           "arrive", "convene", "expire", "return", "depart", "go", "play", "face", "host"});
}

// 'p', 'n', 'f', or ' ' where the verb's own form does not say.
char time_of(const Document& document, uint32_t verb) {
  const Token& token = document[verb];
  if (token.tag == "MD" && is_one_of(token.lower, {"will", "shall", "would", "may", "might", "’ll", "'ll"})) return 'f';
  if (has_modal(document, verb)) return has_left_child(document, verb, {"have"}) ? 'p' : 'f';
  if (looks_ahead(token.lemma) && token.tag != "VBD") return 'f';
  if (token.lemma == "set" && has_left_child(document, verb, {"is", "are", "was", "were"})) return 'f';
  if (token.tag == "VBD") return 'p';
  if (token.tag == "VBN" && has_left_child(document, verb, {"to"})) {
    return has_left_child(document, verb, {"have"}) ? 'p' : 'f';
  }
  if (token.tag == "VBN") return has_left_child(document, verb, {"is", "are", "be"}) ? 'n' : 'p';
  if (token.tag == "VBG") {
    if (has_left_child(document, verb, {"is", "are", "'s", "'re", "am", "’s", "’re"})) return 'f';
    return has_left_child(document, verb, {"was", "were", "been"}) ? 'p' : ' ';
  }
  if (token.tag == "VB") {
    const bool fact = infinitive_is_fact(document.head(verb).lemma) && !document.is_root(verb);
    return !has_left_child(document, verb, {"to"}) || fact ? ' ' : 'f';
  }
  if (token.tag != "VBZ" && token.tag != "VBP") return ' ';
  return is_timetabled(token.lemma) ? 'f' : 'n';
}

// "called for a strike on Tuesday", "invited her to talks on Friday", "called off Saturday's march": what is asked for or
// called off lies ahead.
bool is_asked_for(const Document& document, uint32_t noun) {
  const Token& token = document[noun];
  if (document.is_root(noun) || !is_one_of(token.pos, {"NOUN", "PROPN"})) return false;
  const Token& above = document.head(noun);
  if (token.dep == "dobj") {
    if (is_one_of(above.lemma, {"postpone", "boycott", "schedule"})) return true;
    return above.lemma == "call" && above.right_edge > token.head && document[token.head + 1].lower == "off";
  }
  if (token.dep != "pobj" || document.is_root(token.head)) return false;
  const std::string_view verb = document.head(token.head).lemma;
  if (above.lower == "for")
    return is_one_of(verb, {"call", "press", "push", "appeal", "set", "schedule", "slate", "boycott"});
  if (above.lower == "to") return is_one_of(verb, {"invite", "summon"});
  return above.lower == "of" && is_one_of(verb, {"boycott", "postponement", "eve"});
}

// "set for Sunday", "by Friday", "from Monday": ahead, unless the verb is past.
bool leads_ahead(const Document& document, uint32_t i) {
  if (i == 0) return false;
  const std::string_view before = document[i - 1].lower;
  if (before == "for")
    return i > 1 && is_one_of(document[i - 2].lemma, {"set", "schedule", "plan", "call", "slate", "bill"});
  if (before != "by") return false;
  const uint32_t verb = document[i - 1].head;
  return !is_one_of(document[verb].tag, {"VBD", "VBN"});
}

// The verb of a condition or of a gerund behind "of": "unless they left by Friday", "accuses them of sending on Sunday".
char time_of_clause(const Document& document, uint32_t verb) {
  if (has_left_child(document, verb, {"unless", "if"})) return 'f';
  const Token& token = document[verb];
  if (token.dep == "pcomp" && token.tag == "VBG" &&
      is_one_of(document.head(verb).lower, {"of", "after", "for", "since"}))
    return 'p';
  return ' ';
}

}  // namespace

Tense tense_around(const Document& document, uint32_t i) {
  bool ahead = leads_ahead(document, i);
  for (int steps = 0; steps < 40; ++steps) {
    const Token& token = document[i];
    if (token.pos == "VERB" || token.pos == "AUX") {
      const char clause = time_of_clause(document, i);
      const char time = clause == ' ' ? time_of(document, i) : clause;
      if (time == 'f' || (ahead && time != ' ')) return Tense::future;
      if (time != ' ') return time == 'p' ? Tense::past : Tense::present;
    } else if (is_asked_for(document, i)) {
      return Tense::future;
    } else if (is_one_of(token.lower, {"until", "till", "ahead", "due", "scheduled", "upcoming"})) {
      ahead = true;
    } else if (token.lower == "since") {
      return Tense::past;
    }
    if (document.is_root(i)) break;
    i = token.head;
  }
  return ahead ? Tense::future : Tense::present;
}

}  // namespace coranto::note
