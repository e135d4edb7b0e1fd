#include "note/asides.h"

#include "note/clauses.h"

namespace coranto::note {

namespace {

constexpr std::string_view commas = ",–—-";

constexpr std::string_view commas_and_colons = ",:–—-";

}  // namespace

bool is_aside_on_left(const Reader& r, const Draft& draft) {
  const Index comma = r.skip_back(draft.phrase.begin, "");
  return comma != no_token && is_one_of(r.tree[comma].text, {",", "–", "—", "-", "--"});
}

namespace {

// Nothing but "that", a colon or an adverb between the verb and a quoted word.
bool stands_beside(const Reader& r, Index verb, Index quote) {
  for (Index i = verb + 1; i < quote; ++i) {
    if (r.tree[i].lower != "that" && !is_one_of(r.tree[i].pos, {"ADV", "PUNCT", "SPACE"})) return false;
  }
  return true;
}

}  // namespace

namespace {

// He said: / a paragraph that is set off instead of marked.
bool take_block(const Reader& r, Draft& draft, Index begin) {
  if (draft.speaker == no_token) return false;
  Index end = begin;
  while (end < r.tree.size() && !r.is_break(end)) ++end;
  if (!holds_finite_verb(r, {begin, end})) return false;
  add(r, draft, {begin, end});
  return true;
}

}  // namespace

// A quotation that opens right after the reporting clause: he said: “...”
bool take_right_quote(const Reader& r, Draft& draft) {
  Index next = r.skip(draft.phrase.end, commas_and_colons);
  const bool block = next < r.tree.size() && r.is_break(next) && r.tree[next - 1].text == ":";
  if (block) ++next;
  const Quotation* q = next < r.tree.size() ? r.quotes.opening_at(next) : nullptr;
  if (!q && block && draft.content.empty()) return take_block(r, draft, next);
  if (!q || (!q->speech && !draft.content.empty())) return false;
  const bool apart = is_one_of(r.tree[q->tokens.begin - 1].text, {",", ":", ".", "–", "—", "--"}) ||
                     r.tree[q->tokens.begin - 1].is_space;
  if (!draft.content.empty() && !apart && !holds_finite_verb(r, q->words)) return false;  // said on “The Long Day.”
  if (!q->speech && !stands_beside(r, draft.cue, q->tokens.begin)) return false;
  add(r, draft, q->words);
  return true;
}

namespace {

// Where what is said before an aside begins: after a semicolon or colon that parts it from what stands before.
Index left_begin(const Reader& r, Range sentence, Index phrase_begin) {
  for (Index i = phrase_begin; i-- > sentence.begin;) {
    if (r.quoted(i) || !is_one_of(r.tree[i].text, {";", ":"})) continue;
    if (holds_finite_verb(r, {i + 1, phrase_begin}) || r.quotes.opening_at(r.skip(i + 1, ""))) return i + 1;
  }
  return sentence.begin;
}

// A full stop inside the marks parts the quotation from the clause behind it, and so does ? or ! where the cue governs
// a clause of its own.
bool ends_sentence(const Reader& r, const Quotation& q, const Draft& draft) {
  const std::string_view inner = q.inner.of(r.tree.document().text);
  if (inner.empty()) return false;
  if (inner.back() == '.') return true;
  return is_one_of(inner.substr(inner.size() - 1), {"?", "!"}) && right_clause(r, draft.cue) != no_token;
}

}  // namespace

// ... “They brought tea,” | said the colonel
bool take_left_quote(const Reader& r, Draft& draft) {
  const Index last = r.skip_back(draft.phrase.begin, commas);
  const Quotation* q = last == no_token ? nullptr : r.quotes.closing_at(last);
  if (!q || ends_sentence(r, *q, draft)) return false;
  const bool whole = q->tokens.begin <= r.sentence(draft.cue).begin;
  if (!whole && (!r.parted_by_comma(*q) || r.tree[draft.phrase.begin].pos == "CCONJ")) return false;
  if (r.tree[draft.cue].tag == "VBG" && r.tree[draft.cue].dep != "pcomp") return false;
  if (is_one_of(r.tree[draft.cue].dep, {"conj"}) && r.tree.child(draft.cue, {"nsubj"}) == no_token) return false;
  const Index before = r.skip_back(q->tokens.begin, ",");
  const Range sentence = r.sentence(draft.cue);
  const bool alone = before == no_token || q->tokens.begin <= sentence.begin ||
                     is_one_of(r.tree[before].text, {".", ":", "?", "!", ";"}) || r.quotes.closing_at(before);
  if (alone) {
    add(r, draft, q->words);
  } else {
    const Range words{left_begin(r, sentence, draft.phrase.begin), draft.phrase.begin};
    if (!holds_finite_verb(r, words)) return false;  // "In “The Long Day,” he says"
    add(r, draft, words);
  }
  return true;
}

namespace {

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
  Index begin = clause.begin;
  for (Index i = clause.begin; i < draft.phrase.begin; ++i) {
    if (!r.quoted(i) && is_one_of(r.tree[i].text, {";", ":"})) begin = i + 1;
  }
  if (begin < draft.phrase.begin) add(r, draft, {begin, draft.phrase.begin});
  Index end = clause.end;
  for (Index i = draft.phrase.end; i < end; ++i) {
    if (!r.quoted(i) && r.tree[i].text == ";") end = i;
  }
  if (draft.phrase.end < end) add(r, draft, {draft.phrase.end, end});
}

// The words before the aside begin the sentence that the quotation after it ends; they are no mere "Asked about it".
bool leaves_sentence_open(const Reader& r, const Draft& draft, const Quotation& quotation) {
  const Range sentence = r.sentence(draft.cue);
  const Token& first = r.tree[sentence.begin];
  if (is_one_of(first.tag, {"VBN", "VBG", "VBD"})) return false;
  const char begin = r.tree[quotation.words.begin].text[0];  // "When Ann left, he said, “Good riddance.”"
  const bool whole = begin >= 'A' && begin <= 'Z' && holds_finite_verb(r, quotation.words);
  if (whole && is_one_of(first.lower, {"when", "as", "after", "before", "while", "once", "since"})) return false;
  if (holds_finite_verb(r, {sentence.begin, draft.phrase.begin})) return true;
  return is_one_of(r.tree[quotation.words.begin].tag, {"VBZ", "VBD", "VBP", "MD"});
}

// What is said goes on after the aside: the verb hangs on a later one, or a comma closes the aside and a condition or a
// clause with a subject of its own follows.
bool goes_on(const Reader& r, const Draft& draft) {
  const Index next = draft.phrase.end;
  if (next + 1 >= r.tree.size() || !is_one_of(r.tree[next].text, {",", "–", "—", "-", "--"})) return false;
  const Index head = r.tree.head(draft.cue);
  if (head >= next && r.tree.sentence_of(head) == r.tree.sentence_of(draft.cue)) return true;
  const Index after = r.skip(next, commas);
  const Quotation* quotation = after < r.tree.size() ? r.quotes.opening_at(after) : nullptr;
  if (quotation) return leaves_sentence_open(r, draft, *quotation);
  if (is_one_of(r.tree[next + 1].lower, {"if", "unless", "because", "until", "provided", "even"})) return true;
  const Index clause = right_clause(r, draft.cue);
  if (clause != no_token && r.tree[clause].left_edge == next + 1) return r.tree.child(clause, {"mark"}) == no_token;
  if (is_one_of(r.tree[next + 1].lower, {"as"}) && next + 2 < r.tree.size() && r.tree[next + 2].lower == "long")
    return true;
  if (!is_one_of(r.tree[next + 1].lower, {"and", "or"})) return false;
  for (Index c : r.tree.children(draft.cue)) {
    if (c > next && r.tree[c].dep == "conj")
      return r.tree.child(c, {"nsubj", "nsubjpass", "expl"}) != no_token && !is_cue(r, c);
  }
  return false;
}

}  // namespace

// "maintains an office": the verb has an object and reports nothing beside it.
bool acts_on_thing(const Reader& r, const Draft& draft) {
  if (draft.entry->can(takes_addressee) || !draft.carriers.empty()) return false;
  const Index object = r.tree.child(draft.cue, {"dobj"});
  return object != no_token && object > draft.cue && object != draft.speaker && r.tree[object].pos == "NOUN" &&
         !is_one_of(r.tree[object].entity, {"DATE", "TIME"});
}

// The plan, | he said, | was dead.
bool take_around(const Reader& r, Draft& draft) {
  if (!draft.entry->can(takes_aside) || r.quoted(draft.cue) || !is_aside_on_left(r, draft)) return false;
  if (acts_on_thing(r, draft)) return false;
  if (is_one_of(r.tree[draft.cue].dep, {"relcl", "acl"}) ||
      (r.tree[draft.cue].tag == "VBG" && r.tree[draft.cue].dep != "pcomp"))
    return false;
  if (draft.phrase.begin <= r.sentence(draft.cue).begin || !goes_on(r, draft)) return false;
  take_clause_about(r, draft);
  return true;
}

namespace {

// The clause has a subject of its own, and no conjunction ties it to what is said.
bool stands_apart(const Reader& r, const Draft& draft) {
  const Token& cue = r.tree[draft.cue];
  if (cue.dep == "ccomp" && cue.head < draft.phrase.begin && is_cue(r, cue.head) && draft.carriers.empty())
    return false;
  if (draft.late || cue.dep == "pcomp" || !draft.carriers.empty()) return true;
  if (cue.tag == "VBG") return false;
  const bool own = r.tree.child(draft.cue, {"nsubj", "nsubjpass"}) != no_token;
  const bool tied = r.tree.child(draft.cue, {"mark"}) != no_token || r.tree[draft.phrase.begin].pos == "CCONJ";
  return is_one_of(cue.dep, {"advcl", "conj"}) ? own && !tied : true;
}

// "the group, which claims 300 members", "a role in which she advises the king"
bool is_relative_clause(const Reader& r, Index verb) {
  if (r.tree[verb].dep != "relcl") return false;
  for (Index i = r.tree[verb].left_edge; i < verb; ++i) {
    if (is_one_of(r.tree[i].tag, {"WDT", "WP", "WP$", "WRB"})) return true;
  }
  return false;
}

}  // namespace

// The plan was dead, | he said.
bool take_aside(const Reader& r, Draft& draft) {
  if (!draft.entry->can(takes_aside) || r.quoted(draft.cue) || !is_aside_on_left(r, draft)) return false;
  if (acts_on_thing(r, draft)) return false;
  if (is_one_of(r.tree[draft.cue].dep, {"relcl", "acl"}) && r.tree[draft.cue].tag == "VBN") return false;
  if (is_relative_clause(r, draft.cue)) return false;
  const Range sentence = r.sentence(draft.cue);
  if (draft.phrase.begin <= sentence.begin) return false;
  const Index begin = left_begin(r, sentence, draft.phrase.begin);
  if (!holds_finite_verb(r, {begin, draft.phrase.begin})) return false;
  if (!stands_apart(r, draft)) return false;
  add(r, draft, {begin, draft.phrase.begin});
  return true;
}

void take_clause_about(const Reader& r, Draft& draft) {
  add_around(r, draft, clause_about(r, r.tree.head(draft.cue), draft.cue));
}

}  // namespace coranto::note
