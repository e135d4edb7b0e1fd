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

// 'p', 'n', 'f', or ' ' where the verb's own form does not say.
char time_of(const Document& document, uint32_t verb) {
  const Token& token = document[verb];
  if (has_modal(document, verb)) return has_left_child(document, verb, {"have"}) ? 'p' : 'f';
  if (looks_ahead(token.lemma) && token.tag != "VBD") return 'f';
  if (token.lemma == "set" && has_left_child(document, verb, {"is", "are", "was", "were"})) return 'f';
  if (token.tag == "VBD") return 'p';
  if (token.tag == "VBN") return has_left_child(document, verb, {"is", "are", "be"}) ? 'n' : 'p';
  if (token.tag == "VBG") {
    if (has_left_child(document, verb, {"is", "are", "'s", "'re", "am", "’s", "’re"})) return 'f';
    return has_left_child(document, verb, {"was", "were", "been"}) ? 'p' : ' ';
  }
  if (token.tag == "VB") {
    const bool fact = infinitive_is_fact(document.head(verb).lemma) && !document.is_root(verb);
    return !has_left_child(document, verb, {"to"}) || fact ? ' ' : 'f';
  }
  return token.tag == "VBZ" || token.tag == "VBP" ? 'n' : ' ';
}

}  // namespace

Tense tense_around(const Document& document, uint32_t i) {
  bool ahead = false;
  for (int steps = 0; steps < 40; ++steps) {
    const Token& token = document[i];
    if (token.pos == "VERB" || token.pos == "AUX") {
      const char time = time_of(document, i);
      if (time == 'f' || (ahead && time != ' ')) return Tense::future;
      if (time != ' ') return time == 'p' ? Tense::past : Tense::present;
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
