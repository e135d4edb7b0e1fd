#include "note/clauses.h"

#include <algorithm>

#include "note/asides.h"

namespace coranto::note {

namespace {

bool is_clock(std::string_view word) {  // "14.32", "2:05pm"
  return word.size() >= 4 && word[0] >= '0' && word[0] <= '9' && word.find_first_of(".:") != std::string_view::npos &&
         word.find_first_not_of("0123456789.:apm") == std::string_view::npos;
}

// The words behind the hour of a live report or the place and day of an agency's ("ANKARA, Feb 3 - Turkey would").
Index after_dateline(const Reader& r, Range range) {
  if (range.begin > 0 && !r.is_break(range.begin - 1)) return range.begin;
  if (is_clock(r.tree[range.begin].text)) return range.begin + 1;
  const std::string_view first = r.tree[range.begin].text;
  if (first.size() < 3 || first.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos)
    return range.begin;
  for (Index i = range.begin + 1; i < std::min(range.end, range.begin + 12); ++i) {
    if (is_one_of(r.tree[i].text, {"—", "–", "―", "-", "--", ":"})) return i + 1;
    if (is_one_of(r.tree[i].pos, {"VERB", "AUX", "DET", "PRON"})) break;
  }
  return range.begin;
}

// "But the plan, he said, was dead": the writer's word that ties the sentence to the one before.
bool ties(const Reader& r, Index i) {
  if (r.quoted(i) || i + 1 >= r.tree.size()) return false;
  if (is_one_of(r.tree[i].text, {"But", "And", "However", "Yet"})) return true;
  const bool comma = r.tree[i + 1].text == ",";
  return comma && is_one_of(r.tree[i].text, {"Still", "Moreover", "Meanwhile", "Nevertheless", "Nonetheless"});
}

// Cuts marks, spaces, a leading "But" or "that" off the ends.
Range trimmed(const Reader& r, Range range) {
  auto is_edge = [&](Index i) { return r.tree[i].is_space || r.tree[i].pos == "PUNCT"; };
  if (!range.empty()) range.begin = after_dateline(r, range);
  while (!range.empty() && is_edge(range.begin)) ++range.begin;
  while (!range.empty() && ties(r, range.begin)) range.begin += r.tree[range.begin + 1].text == "," ? 2 : 1;
  for (Index i = range.begin; i < std::min(range.end, range.begin + 3); ++i) {
    if (r.tree[i].lower == "that" && r.tree[i].pos == "SCONJ") range.begin = i + 1;
    if (r.tree[i].pos != "ADV") break;
  }
  while (!range.empty() && is_edge(range.begin)) ++range.begin;
  while (!range.empty() && is_edge(range.end - 1)) --range.end;
  return range;
}

}  // namespace

void add(const Reader& r, Draft& draft, Range range) {
  range = trimmed(r, range);
  if (!range.empty()) draft.content.push_back(range);
}

// A clause that stops inside a quotation goes on to its closing mark, and one that begins inside begins with it.
Range grown_to_quotes(const Reader& r, Range range, Index cue) {
  if (range.empty() || r.quoted(cue)) return range;
  if (const Quotation* q = r.quotes.at(range.end - 1)) range.end = std::max(range.end, q->tokens.end);
  if (const Quotation* q = r.quotes.at(range.begin)) {
    if (q->tokens.begin > cue || q->tokens.end <= cue) range.begin = std::min(range.begin, q->tokens.begin);
  }
  return range;
}

bool is_cue(const Reader& r, Index verb) {
  const CueEntry* entry = r.tables.verb(r.tree[verb].lemma);
  return entry && entry->can(takes_clause);
}

bool holds_finite_verb(const Reader& r, Range range) {
  for (Index i = range.begin; i < range.end; ++i) {
    if (is_one_of(r.tree[i].tag, {"VBD", "VBZ", "VBP", "MD"})) return true;
  }
  return false;
}

namespace {

bool holds_word(const Reader& r, Index begin, Index end, std::string_view word) {
  for (Index i = begin; i < end; ++i) {
    if (!r.quoted(i) && r.tree[i].lower == word) return true;
  }
  return false;
}

bool is_condition(const Reader& r, Index clause) {
  const Index mark = r.tree.child(clause, {"mark", "advmod"});
  if (is_one_of(r.tree[r.tree[clause].left_edge].lower, {"should", "had", "were"})) return true;
  return mark != no_token && is_one_of(r.tree[mark].lower, {"if", "unless", "because", "until", "although", "though",
                                                            "once", "while", "since", "before", "after", "when"});
}

// "demanded that the council hold a referendum"
bool is_subjunctive(const Reader& r, Index clause) {
  const Index mark = r.tree.child(clause, {"mark"});
  return mark != no_token && r.tree[mark].lower == "that" && r.tree.child(clause, {"nsubj", "nsubjpass"}) != no_token;
}

// A complement that the parser took for an adverbial clause.
bool is_lost_complement(const Reader& r, Index clause) {
  const Index mark = r.tree.child(clause, {"mark", "advmod"});
  if (mark != no_token && mark < clause && r.tree[mark].lower != "that" && r.tree[mark].pos == "SCONJ") return false;
  return r.tree.child(clause, {"nsubj", "nsubjpass", "expl"}) != no_token;
}

bool parted_by_semicolon(const Reader& r, Index from, Index to) {
  for (Index i = from; i < to; ++i) {
    if (r.tree[i].text == ";" && !r.quoted(i)) return true;
  }
  return false;
}

}  // namespace

// The clause to the right that the verb governs, with the conditions that the parser hung on the verb.
Index right_clause(const Reader& r, Index verb) {
  for (Index c : r.tree.children(verb)) {
    if (c > verb && is_one_of(r.tree[c].lower, {"known", "clear", "plain", "understood"}) &&
        is_one_of(r.tree[c].dep, {"ccomp", "xcomp"}) && is_one_of(r.tree[verb].lemma, {"let", "make"})) {
      return right_clause(r, c);
    }
    if (c < verb || !is_one_of(r.tree[c].dep, {"ccomp", "xcomp", "advcl"})) continue;
    if (r.tree[c].dep == "advcl" && is_condition(r, c)) continue;
    if (r.tree[c].left_edge < verb || !(is_finite(r.tree, c) || is_subjunctive(r, c))) continue;
    if (parted_by_semicolon(r, verb, r.tree[c].left_edge)) continue;
    if (r.tree[c].dep == "advcl" && !is_lost_complement(r, c)) continue;
    return c;
  }
  return no_token;
}

namespace {

// ", though she acknowledged", ", while Athens said": the next clause has a cue and a speaker of its own.
bool opens_cue_clause(const Reader& r, Index comma, Index end) {
  if (comma + 2 >= end || r.quoted(comma) || !is_one_of(r.tree[comma].text, {",", "–", "—", "--"})) return false;
  if (!is_one_of(r.tree[comma + 1].lower, {"though", "although", "while", "but", "and"})) return false;
  for (Index i = comma + 2; i < std::min(end, comma + 9); ++i) {
    if (r.quoted(i) || r.tree[i].pos == "PUNCT") return false;
    if (!is_one_of(r.tree[i].tag, {"VBD", "VBZ", "VBP", "MD"})) continue;
    const CueEntry* entry = r.tables.verb(r.tree[i].lemma);
    return entry && entry->can(takes_clause) && entry->can(takes_aside);
  }
  return false;
}

// "said ..., arguing that": a participle of the reporting verb that reports too.
bool goes_on_saying(const Reader& r, Index cue, Index verb) {
  const CueEntry* entry = r.tree[verb].tag == "VBG" ? r.tables.verb(r.tree[verb].lemma) : nullptr;
  const bool own = r.tree.head(verb) == cue || is_one_of(r.tree[verb].lower, {"saying", "adding"});
  return entry && entry->can(takes_clause) && entry->can(takes_aside) && own;
}

// Where a coordinated cue begins ("... and called on"), or the end.
Index next_cue(const Reader& r, Index cue, Index from, Index end) {
  for (Index i = from; i + 1 < end; ++i) {
    if (i > from && opens_cue_clause(r, i, end)) return i;
    const bool comma = i > from && !r.quoted(i) && r.tree[i].text == ",";
    if (comma && (r.tree[i + 1].lower == "adding" || goes_on_saying(r, cue, i + 1))) return i;
    if (r.quoted(i) || !is_one_of(r.tree[i].lower, {"and", "but"})) continue;
    const Index verb = r.tree[i + 1].pos == "ADV" && i + 2 < end ? i + 2 : i + 1;
    const CueEntry* entry = r.tables.verb(r.tree[verb].lemma);
    const bool reports =
        entry && (entry->takes & (takes_aside | takes_infinitive | takes_of | takes_for | takes_as | takes_small)) != 0;
    if (reports && is_one_of(r.tree[verb].tag, {"VBD", "VBZ", "VBP"})) return i;
  }
  return end;
}

// Conditions and coordinated clauses that the parser hung on the reporting verb belong to what is said.
Index end_with_conditions(const Reader& r, Index cue, Index clause) {
  Index end = r.tree[clause].right_edge + 1;
  const bool with_that = r.tree.child(clause, {"mark"}) != no_token;
  for (Index c : r.tree.children(cue)) {
    if (c < clause) continue;
    const bool condition = r.tree[c].dep == "advcl" && is_condition(r, c);
    const bool coordinated = r.tree[c].dep == "conj" && !is_cue(r, c) &&
                             r.tree.child(c, {"nsubj", "nsubjpass", "expl"}) != no_token &&
                             (with_that || holds_word(r, clause, c, "and"));
    if (condition || coordinated) end = r.tree[c].right_edge + 1;
  }
  return end;
}

// A clause that breaks off before a word that neither a mark nor another part of the reporting clause sets apart goes
// on to the end of the sentence: the parser cut it short.
Index end_mended(const Reader& r, Index cue, Index end, Range sentence) {
  if (end > 0 && r.quotes.closing_at(end - 1)) return end;
  if (r.tree[cue].dep == "advcl" && r.tree.head(cue) >= end) return end;  // "When he noted that ..., she said"
  if (end >= sentence.end || r.tree[end].pos == "PUNCT" || r.tree[end].pos == "CCONJ" || r.tree[end].is_space)
    return end;
  for (Index c : r.tree.children(cue)) {
    if (r.tree[c].left_edge <= end && end <= r.tree[c].right_edge &&
        is_one_of(r.tree[c].dep, {"prep", "npadvmod", "advmod", "advcl", "dative", "agent"}) &&
        r.tree[end].lemma != "provide") {
      return end;
    }
  }
  return sentence.end;
}

// A subject that the parser took for the reporting verb's object.
Index begin_mended(const Reader& r, const Draft& draft, Index begin, Index clause) {
  if (r.tree.child(clause, {"nsubj", "nsubjpass", "expl", "mark"}) != no_token) return begin;
  Index object = r.tree.child(draft.cue, {"dobj"});
  if (object != no_token && draft.entry->can(takes_addressee)) object = r.tree.child(object, {"appos"});
  if (object == no_token || object < draft.cue || object > clause) return begin;
  return std::min(begin, static_cast<Index>(r.tree[object].left_edge));
}

}  // namespace

bool take_right_clause(const Reader& r, Draft& draft) {
  const Index clause = right_clause(r, draft.cue);
  if (clause == no_token) return false;
  const Range sentence = r.sentence(draft.cue);
  Range range{r.tree[clause].left_edge, end_with_conditions(r, draft.cue, clause)};
  range.begin = begin_mended(r, draft, range.begin, clause);
  range = grown_to_quotes(r, range, draft.cue);
  range.end = end_mended(r, draft.cue, range.end, sentence);
  range.end = std::min(range.end, std::max(sentence.end, range.begin));
  range.end = next_cue(r, draft.cue, range.begin, range.end);
  for (Index i = range.begin; i < range.end; ++i) {
    if (r.tree[i].text == ";" && !r.quoted(i)) range.end = i;
  }
  add(r, draft, range);
  return !draft.content.empty();
}

// "asked for a sign that he was heard": the clause belongs to the noun behind a preposition.
bool tells_of_noun(const Reader& r, Index that) {
  const Index verb = r.tree.head(that);
  if (!is_one_of(r.tree[verb].dep, {"acl", "relcl"})) return false;
  return r.tree[r.tree.head(verb)].dep == "pobj";
}

// Where the parser lost the clause: all after "that", or after a verb of speech that no comma follows.
bool take_right_words(const Reader& r, Draft& draft) {
  if (!draft.content.empty() || r.quoted(draft.cue) || is_aside_on_left(r, draft)) return false;
  if (draft.speaker == no_token || draft.speaker > draft.cue) return false;
  if (r.tree[draft.cue].tag == "VBG" && r.tree[draft.cue].dep == "pcomp") return false;
  const Range sentence = r.sentence(draft.cue);
  Index begin = no_token;
  for (Index i = draft.cue + 1; i < sentence.end && begin == no_token; ++i) {
    if (r.quoted(i) || r.tree[i].pos == "PUNCT" || is_one_of(r.tree[i].tag, {"VBD", "VBZ", "VBP", "MD"})) break;
    if (r.tree[i].lower == "that" && is_one_of(r.tree[i].tag, {"IN", "WDT"}) && i + 1 < sentence.end &&
        !is_one_of(r.tree[i + 1].pos, {"VERB", "AUX"}) && (draft.entry->can(takes_addressee) || !tells_of_noun(r, i))) {
      begin = i + 1;
    }
  }
  if (begin == no_token && draft.entry->can(takes_any_subject)) begin = draft.phrase.end;
  if (begin == no_token || begin >= sentence.end) return false;
  const Index end = next_cue(r, draft.cue, begin, sentence.end);
  if (!holds_finite_verb(r, {begin, end})) return false;
  for (Index i = begin; i < begin + 2 && i < end; ++i) {
    if (r.tree[i].pos == "PUNCT" && !r.quoted(i)) return false;
  }
  add(r, draft, grown_to_quotes(r, {begin, end}, draft.cue));
  return true;
}

}  // namespace coranto::note
