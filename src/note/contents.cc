#include "note/contents.h"

#include <algorithm>

namespace coranto::note {

namespace {

constexpr std::string_view commas = ",–—-";
constexpr std::string_view commas_and_colons = ",:–—-";

// Cuts marks, spaces and a leading "that" off the ends.
Range trimmed(const Reader& r, Range range) {
  auto is_edge = [&](Index i) { return r.tree[i].is_space || r.tree[i].pos == "PUNCT"; };
  while (!range.empty() && is_edge(range.begin)) ++range.begin;
  if (!range.empty() && r.tree[range.begin].lower == "that" && r.tree[range.begin].pos == "SCONJ") ++range.begin;
  while (!range.empty() && is_edge(range.begin)) ++range.begin;
  while (!range.empty() && is_edge(range.end - 1)) --range.end;
  return range;
}

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

bool is_condition(const Reader& r, Index clause) {
  const Index mark = r.tree.child(clause, {"mark", "advmod"});
  return mark != no_token && is_one_of(r.tree[mark].lower, {"if", "unless", "because", "until", "although", "though",
                                                            "once", "while", "since", "before", "after", "when"});
}

// The clause to the right that the verb governs, with the conditions that the parser hung on the verb.
Index right_clause(const Reader& r, Index verb) {
  for (Index c : r.tree.children(verb)) {
    if (c < verb || !is_one_of(r.tree[c].dep, {"ccomp", "xcomp", "advcl"})) continue;
    if (r.tree[c].dep == "advcl" && is_condition(r, c)) continue;
    if (r.tree[c].left_edge < verb || !is_finite(r.tree, c)) continue;
    if (r.tree[c].dep == "advcl" && r.tree.child(c, {"nsubj", "nsubjpass", "expl"}) == no_token) continue;
    return c;
  }
  return no_token;
}

bool take_right_clause(const Reader& r, Draft& draft) {
  const Index clause = right_clause(r, draft.cue);
  if (clause == no_token) return false;
  const Range sentence = r.sentence(draft.cue);
  Range range{r.tree[clause].left_edge, static_cast<Index>(r.tree[clause].right_edge) + 1};
  for (Index c : r.tree.children(draft.cue)) {
    if (c > clause && r.tree[c].dep == "advcl" && is_condition(r, c)) range.end = r.tree[c].right_edge + 1;
  }
  range = grown_to_quotes(r, range, draft.cue);
  range.end = std::min(range.end, std::max(sentence.end, range.begin));
  add(r, draft, range);
  return true;
}

// A quotation that opens right after the reporting clause: he said: “...”
bool take_right_quote(const Reader& r, Draft& draft) {
  Index next = r.skip(draft.phrase.end, commas_and_colons);
  if (next < r.tree.size() && r.is_break(next) && r.tree[next - 1].text == ":") ++next;
  const Quotation* q = next < r.tree.size() ? r.quotes.opening_at(next) : nullptr;
  if (!q || (!q->speech && !draft.content.empty())) return false;
  add(r, draft, q->words);
  return true;
}

bool holds_finite_verb(const Reader& r, Range range) {
  for (Index i = range.begin; i < range.end; ++i) {
    if (is_one_of(r.tree[i].tag, {"VBD", "VBZ", "VBP", "MD"})) return true;
  }
  return false;
}

// Where what is said before an aside begins: after a semicolon or colon that parts it from what stands before.
Index left_begin(const Reader& r, Range sentence, Index phrase_begin) {
  for (Index i = phrase_begin; i-- > sentence.begin;) {
    if (r.quoted(i) || !is_one_of(r.tree[i].text, {";", ":"})) continue;
    if (holds_finite_verb(r, {i + 1, phrase_begin}) || r.quotes.opening_at(r.skip(i + 1, ""))) return i + 1;
  }
  return sentence.begin;
}

// ... “They brought tea,” | said the colonel
bool take_left_quote(const Reader& r, Draft& draft) {
  const Index last = r.skip_back(draft.phrase.begin, commas);
  const Quotation* q = last == no_token ? nullptr : r.quotes.closing_at(last);
  if (!q) return false;
  const Index before = r.skip_back(q->tokens.begin, ",");
  const Range sentence = r.sentence(draft.cue);
  const bool alone = before == no_token || q->tokens.begin <= sentence.begin ||
                     is_one_of(r.tree[before].text, {".", ":", "?", "!", ";"}) || r.quotes.closing_at(before);
  if (alone) {
    add(r, draft, q->words);
  } else {
    add(r, draft, {left_begin(r, sentence, draft.phrase.begin), draft.phrase.begin});
  }
  return true;
}

// The relative clause that i stands in, or no_token.
Index relative_clause(const Reader& r, Index i) {
  for (; !r.tree.is_root(i); i = r.tree.head(i)) {
    if (is_one_of(r.tree[i].dep, {"relcl"})) return i;
  }
  return no_token;
}

Range clause_about(const Reader& r, Index governor, Index cue) {
  const Range sentence = r.sentence(cue);
  const Index relative = governor == no_token ? no_token : relative_clause(r, governor);
  if (relative == no_token) return sentence;
  Range range{r.tree[relative].left_edge, static_cast<Index>(r.tree[relative].right_edge) + 1};
  if (is_one_of(r.tree[range.begin].tag, {"WP", "WDT"})) ++range.begin;
  return range;
}

// The clause without the reporting phrase in its midst.
void add_around(const Reader& r, Draft& draft, Range clause) {
  Index begin = left_begin(r, clause, draft.phrase.begin);
  if (begin >= draft.phrase.begin) begin = draft.phrase.begin;
  if (begin < draft.phrase.begin) add(r, draft, {begin, draft.phrase.begin});
  Index end = clause.end;
  for (Index i = draft.phrase.end; i < end; ++i) {
    if (!r.quoted(i) && r.tree[i].text == ";") end = i;
  }
  if (draft.phrase.end < end) add(r, draft, {draft.phrase.end, end});
}

bool is_aside_on_left(const Reader& r, const Draft& draft) {
  const Index comma = r.skip_back(draft.phrase.begin, "");
  return comma != no_token && is_one_of(r.tree[comma].text, {",", "–", "—", "-", "--"});
}

// What is said goes on after the aside: the verb hangs on a later one, or a comma closes the aside and the clause is
// unfinished before it.
bool goes_on(const Reader& r, const Draft& draft) {
  const Index next = draft.phrase.end;
  if (next >= r.tree.size() || !is_one_of(r.tree[next].text, {",", "–", "—", "-", "--", ";"})) return false;
  const Index head = r.tree.head(draft.cue);
  if (r.tree[next].text == ";") return false;
  return head >= next && r.tree.sentence_of(head) == r.tree.sentence_of(draft.cue);
}

bool take_aside(const Reader& r, Draft& draft) {
  if (!draft.entry->can(takes_aside) || !is_aside_on_left(r, draft)) return false;
  if (is_one_of(r.tree[draft.cue].dep, {"relcl", "acl"})) return false;
  const Range sentence = r.sentence(draft.cue);
  if (draft.phrase.begin <= sentence.begin) return false;
  if (goes_on(r, draft)) {
    add_around(r, draft, clause_about(r, r.tree.head(draft.cue), draft.cue));
    return true;
  }
  const Index begin = left_begin(r, sentence, draft.phrase.begin);
  if (!holds_finite_verb(r, {begin, draft.phrase.begin})) return false;
  if (r.tree[draft.cue].tag == "VBG" || r.tree[draft.cue].dep == "advcl" || r.tree[draft.cue].dep == "conj")
    return false;
  add(r, draft, {begin, draft.phrase.begin});
  return true;
}

Index first_child(const Reader& r, Index verb, std::initializer_list<std::string_view> deps) {
  for (Index c : r.tree.all(verb, deps)) {
    if (c > verb) return c;
  }
  return no_token;
}

Range subtree(const Reader& r, Index i) { return {r.tree[i].left_edge, static_cast<Index>(r.tree[i].right_edge) + 1}; }

// "urged the army to open a corridor": the army hears it, the infinitive is what it hears.
bool take_infinitive(const Reader& r, Draft& draft) {
  for (Index c : r.tree.all(draft.cue, {"xcomp", "ccomp", "advcl"})) {
    if (c < draft.cue || r.tree[c].tag != "VB") continue;
    const Index to = r.tree.child(c, {"aux"});
    if (to == no_token || r.tree[to].lower != "to") continue;
    const Index hearer = r.tree.child(c, {"nsubj"});
    if (hearer != no_token && hearer < to) draft.addressee = hearer;
    add(r, draft, grown_to_quotes(r, {to, static_cast<Index>(r.tree[c].right_edge) + 1}, draft.cue));
    return true;
  }
  return false;
}

bool take_gerund(const Reader& r, Draft& draft) {
  const Index c = first_child(r, draft.cue, {"xcomp", "pcomp", "ccomp"});
  if (c == no_token || r.tree[c].tag != "VBG") return false;
  add(r, draft, grown_to_quotes(r, subtree(r, c), draft.cue));
  return true;
}

bool take_after(const Reader& r, Draft& draft, std::string_view preposition) {
  for (Index c : r.tree.children(draft.cue)) {
    if (c < draft.cue || r.tree[c].lower != preposition) continue;
    const Index object = r.tree.child(c, {"pobj", "pcomp", "amod", "acomp"});
    if (object == no_token) continue;
    add(r, draft, grown_to_quotes(r, subtree(r, object), draft.cue));
    return true;
  }
  return false;
}

bool take_object(const Reader& r, Draft& draft) {
  const Index c = first_child(r, draft.cue, {"dobj"});
  if (c == no_token || r.tree[c].pos == "PRON") return false;
  add(r, draft, grown_to_quotes(r, subtree(r, c), draft.cue));
  return true;
}

// “...” among the words that the verb governs: called it “a farce”, condemned the vote as “theft”.
bool take_quote_inside(const Reader& r, Draft& draft) {
  const Range sentence = r.sentence(draft.cue);
  for (Index i = draft.cue + 1; i < std::min<Index>(sentence.end, r.tree[draft.cue].right_edge + 1); ++i) {
    const Quotation* q = r.quotes.opening_at(i);
    if (!q) continue;
    add(r, draft, q->words);
    return true;
  }
  return false;
}

bool take_noun_clause(const Reader& r, Draft& draft) {
  for (Index c : r.tree.all(draft.cue, {"acl", "ccomp"})) {
    if (c < draft.cue || !is_finite(r.tree, c)) continue;
    const Index mark = r.tree.child(c, {"mark"});
    if (mark == no_token || r.tree[mark].lower != "that") continue;
    add(r, draft, grown_to_quotes(r, subtree(r, c), draft.cue));
    return true;
  }
  return false;
}

void take_other(const Reader& r, Draft& draft) {
  const CueEntry& entry = *draft.entry;
  if (entry.can(takes_infinitive) && take_infinitive(r, draft)) return;
  if (entry.can(takes_gerund) && take_gerund(r, draft)) return;
  if (entry.can(takes_of) && take_after(r, draft, "of")) return;
  if (entry.can(takes_for) && take_after(r, draft, "for")) return;
  if ((entry.can(takes_small) || entry.can(takes_as)) && take_quote_inside(r, draft)) return;
  if (entry.can(takes_object)) take_object(r, draft);
}

void take_verb_content(const Reader& r, Draft& draft) {
  const CueEntry& entry = *draft.entry;
  if (entry.can(takes_quote) && !r.quoted(draft.cue)) take_left_quote(r, draft);
  if (entry.can(takes_clause) && take_right_clause(r, draft)) return;
  if (entry.can(takes_quote) && !r.quoted(draft.cue)) take_right_quote(r, draft);
  if (draft.content.empty() && !take_aside(r, draft)) take_other(r, draft);
}

}  // namespace

void find_content(const Reader& r, Draft& draft) {
  if (!draft.entry) {
    add_around(r, draft, clause_about(r, r.tree.head(draft.cue), draft.cue));
  } else if (r.tree[draft.cue].pos == "NOUN") {
    take_noun_clause(r, draft);
  } else {
    take_verb_content(r, draft);
  }
}

}  // namespace coranto::note
