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
  for (Index i = range.begin; i < std::min(range.end, range.begin + 3); ++i) {
    if (r.tree[i].lower == "that" && r.tree[i].pos == "SCONJ") range.begin = i + 1;
    if (r.tree[i].pos != "ADV") break;
  }
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

// The clause to the right that the verb governs, with the conditions that the parser hung on the verb.
Index right_clause(const Reader& r, Index verb) {
  for (Index c : r.tree.children(verb)) {
    if (c < verb || !is_one_of(r.tree[c].dep, {"ccomp", "xcomp", "advcl"})) continue;
    if (r.tree[c].dep == "advcl" && is_condition(r, c)) continue;
    if (r.tree[c].left_edge < verb || !(is_finite(r.tree, c) || is_subjunctive(r, c))) continue;
    if (parted_by_semicolon(r, verb, r.tree[c].left_edge)) continue;
    if (r.tree[c].dep == "advcl" && !is_lost_complement(r, c)) continue;
    return c;
  }
  return no_token;
}

// Where a coordinated cue begins ("... and called on"), or the end.
Index next_cue(const Reader& r, Index from, Index end) {
  for (Index i = from; i + 1 < end; ++i) {
    if (i > from && !r.quoted(i) && r.tree[i].text == "," && r.tree[i + 1].lower == "adding") return i;
    if (r.quoted(i) || !is_one_of(r.tree[i].lower, {"and", "but"})) continue;
    const Index verb = r.tree[i + 1].pos == "ADV" && i + 2 < end ? i + 2 : i + 1;
    const CueEntry* entry = r.tables.verb(r.tree[verb].lemma);
    if (entry && is_one_of(r.tree[verb].tag, {"VBD", "VBZ", "VBP"}) &&
        !is_one_of(r.tree[verb].lemma,
                   {"begin", "start", "continue", "find", "show", "hold", "read", "accept", "offer", "post"}))
      return i;
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
  if (draft.entry->can(takes_addressee) || r.tree.child(clause, {"nsubj", "nsubjpass", "expl", "mark"}) != no_token)
    return begin;
  const Index object = r.tree.child(draft.cue, {"dobj"});
  if (object == no_token || object < draft.cue || object > clause) return begin;
  return std::min(begin, static_cast<Index>(r.tree[object].left_edge));
}

bool take_right_clause(const Reader& r, Draft& draft) {
  const Index clause = right_clause(r, draft.cue);
  if (clause == no_token) return false;
  const Range sentence = r.sentence(draft.cue);
  Range range{r.tree[clause].left_edge, end_with_conditions(r, draft.cue, clause)};
  range.begin = begin_mended(r, draft, range.begin, clause);
  range = grown_to_quotes(r, range, draft.cue);
  range.end = end_mended(r, draft.cue, range.end, sentence);
  range.end = std::min(range.end, std::max(sentence.end, range.begin));
  range.end = next_cue(r, range.begin, range.end);
  for (Index i = range.begin; i < range.end; ++i) {
    if (r.tree[i].text == ";" && !r.quoted(i)) range.end = i;
  }
  add(r, draft, range);
  return true;
}

bool is_aside_on_left(const Reader& r, const Draft& draft) {
  const Index comma = r.skip_back(draft.phrase.begin, "");
  return comma != no_token && is_one_of(r.tree[comma].text, {",", "–", "—", "-", "--"});
}

// Where the parser lost the clause: all after "that", or after a verb of speech that no comma follows.
bool take_right_words(const Reader& r, Draft& draft) {
  if (!draft.content.empty() || r.quoted(draft.cue) || is_aside_on_left(r, draft)) return false;
  if (draft.speaker == no_token || draft.speaker > draft.cue) return false;
  const Range sentence = r.sentence(draft.cue);
  Index begin = no_token;
  for (Index i = draft.cue + 1; i < sentence.end && begin == no_token; ++i) {
    if (r.quoted(i) || r.tree[i].pos == "PUNCT" || is_one_of(r.tree[i].tag, {"VBD", "VBZ", "VBP", "MD"})) break;
    if (r.tree[i].lower == "that" && is_one_of(r.tree[i].tag, {"IN", "WDT"}) && i + 1 < sentence.end &&
        !is_one_of(r.tree[i + 1].pos, {"VERB", "AUX"})) {
      begin = i + 1;
    }
  }
  if (begin == no_token && is_one_of(r.tree[draft.cue].lemma, {"say", "tell", "claim", "allege", "suggest", "believe",
                                                               "announce", "add", "insist", "admit"}))
    begin = draft.phrase.end;
  if (begin == no_token || begin >= sentence.end) return false;
  const Index end = next_cue(r, begin, sentence.end);
  if (!holds_finite_verb(r, {begin, end})) return false;
  for (Index i = begin; i < begin + 2 && i < end; ++i) {
    if (r.tree[i].pos == "PUNCT" && !r.quoted(i)) return false;
  }
  add(r, draft, grown_to_quotes(r, {begin, end}, draft.cue));
  return true;
}

// Nothing but "that", a colon or an adverb between the verb and a quoted word.
bool stands_beside(const Reader& r, Index verb, Index quote) {
  for (Index i = verb + 1; i < quote; ++i) {
    if (r.tree[i].lower != "that" && !is_one_of(r.tree[i].pos, {"ADV", "PUNCT", "SPACE"})) return false;
  }
  return true;
}

// A quotation that opens right after the reporting clause: he said: “...”
bool take_right_quote(const Reader& r, Draft& draft) {
  Index next = r.skip(draft.phrase.end, commas_and_colons);
  if (next < r.tree.size() && r.is_break(next) && r.tree[next - 1].text == ":") ++next;
  const Quotation* q = next < r.tree.size() ? r.quotes.opening_at(next) : nullptr;
  if (!q || (!q->speech && !draft.content.empty())) return false;
  if (!q->speech && !stands_beside(r, draft.cue, q->tokens.begin)) return false;
  add(r, draft, q->words);
  return true;
}

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

// The plan, | he said, | was dead.
bool take_around(const Reader& r, Draft& draft) {
  if (!draft.entry->can(takes_aside) || r.quoted(draft.cue) || !is_aside_on_left(r, draft)) return false;
  if (is_one_of(r.tree[draft.cue].dep, {"relcl", "acl"}) ||
      (r.tree[draft.cue].tag == "VBG" && r.tree[draft.cue].dep != "pcomp"))
    return false;
  if (draft.phrase.begin <= r.sentence(draft.cue).begin || !goes_on(r, draft)) return false;
  add_around(r, draft, clause_about(r, r.tree.head(draft.cue), draft.cue));
  return true;
}

// The clause has a subject of its own, and no conjunction ties it to what is said.
bool stands_apart(const Reader& r, const Draft& draft) {
  const Token& cue = r.tree[draft.cue];
  if (draft.late || cue.dep == "pcomp" || !draft.carriers.empty()) return true;
  if (cue.tag == "VBG") return false;
  const bool own = r.tree.child(draft.cue, {"nsubj", "nsubjpass"}) != no_token;
  const bool tied = r.tree.child(draft.cue, {"mark"}) != no_token || r.tree[draft.phrase.begin].pos == "CCONJ";
  return is_one_of(cue.dep, {"advcl", "conj"}) ? own && !tied : true;
}

// The plan was dead, | he said.
bool take_aside(const Reader& r, Draft& draft) {
  if (!draft.entry->can(takes_aside) || r.quoted(draft.cue) || !is_aside_on_left(r, draft)) return false;
  if (is_one_of(r.tree[draft.cue].dep, {"relcl", "acl"}) && r.tree[draft.cue].tag == "VBN") return false;
  const Range sentence = r.sentence(draft.cue);
  if (draft.phrase.begin <= sentence.begin) return false;
  const Index begin = left_begin(r, sentence, draft.phrase.begin);
  if (!holds_finite_verb(r, {begin, draft.phrase.begin})) return false;
  if (!stands_apart(r, draft)) return false;
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
    if (!r.quoted(i) && is_one_of(r.tree[i].tag, {"VBD", "VBZ", "VBP", "MD", "VBG"})) return false;
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
  if ((entry.can(takes_small) || entry.can(takes_as)) && take_quote_inside(r, draft)) return;
  draft.phrasal = true;
  if (entry.can(takes_infinitive) && take_infinitive(r, draft)) return;
  if (entry.can(takes_gerund) && take_gerund(r, draft)) return;
  if (entry.can(takes_of) && take_after(r, draft, "of")) return;
  if (entry.can(takes_for) && take_after(r, draft, "for")) return;
  if (entry.can(takes_object)) take_object(r, draft);
}

void take_verb_content(const Reader& r, Draft& draft) {
  const CueEntry& entry = *draft.entry;
  if (entry.can(takes_quote) && !r.quoted(draft.cue)) take_left_quote(r, draft);
  if (draft.content.empty() && take_around(r, draft)) return;
  if (entry.can(takes_clause) && (take_right_clause(r, draft) || take_right_words(r, draft))) return;
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
