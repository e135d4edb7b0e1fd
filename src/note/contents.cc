#include "note/contents.h"

#include <algorithm>

#include "note/asides.h"
#include "note/clauses.h"

namespace coranto::note {

namespace {

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

// called | the cut “a slap”, dismissed | the threat as “noise”: the object that the words judge, if it is no pronoun and
// nothing but "as" stands between.
Index object_of_judgement(const Reader& r, Index verb, Index quote) {
  Index last = r.skip_back(quote, "");
  if (last != no_token && r.tree[last].lower == "a") last = r.skip_back(last, "");
  if (last != no_token && r.tree[last].lower == "as") last = r.skip_back(last, "");
  if (last == no_token || last <= verb) return no_token;
  for (Index c : r.tree.children(verb)) {
    const Index noun = r.tree[c].dep == "ccomp" ? r.tree.child(c, {"nsubj"}) : c;
    if (noun == no_token || noun < verb || !is_one_of(r.tree[noun].dep, {"dobj", "nsubj", "dative"})) continue;
    if (r.tree[noun].pos != "PRON" && r.tree[noun].left_edge == verb + 1 && r.tree[noun].right_edge == last)
      return noun;
  }
  return no_token;
}

// “...” among the words that the verb governs: called it “a farce”, condemned the vote as “theft”.
bool take_quote_inside(const Reader& r, Draft& draft) {
  const Range sentence = r.sentence(draft.cue);
  for (Index i = draft.cue + 1; i < std::min<Index>(sentence.end, r.tree[draft.cue].right_edge + 1); ++i) {
    if (!r.quoted(i) && is_one_of(r.tree[i].tag, {"VBD", "VBZ", "VBP", "MD", "VBG"})) return false;
    const Quotation* q = r.quotes.opening_at(i);
    if (!q) continue;
    const Index object = object_of_judgement(r, draft.cue, i);
    add(r, draft, object == no_token ? q->words : Range{static_cast<Index>(r.tree[object].left_edge), q->tokens.end});
    return true;
  }
  return false;
}

// called | the move irresponsible; called him | a liar: object and complement, a pronoun left out.
bool take_small_clause(const Reader& r, Draft& draft) {
  const Index verb = draft.cue;
  for (Index c : r.tree.all(verb, {"oprd", "ccomp", "xcomp", "attr"})) {
    if (c < verb || !is_one_of(r.tree[c].pos, {"NOUN", "PROPN", "ADJ"}) || is_finite(r.tree, c)) continue;
    Range range = subtree(r, c);
    const Index own = r.tree.child(c, {"nsubj"});
    const Index object = own != no_token ? own : r.tree.child(verb, {"dobj"});
    if (object != no_token && object > verb && object < c) {
      const bool pronoun = r.tree[object].pos == "PRON";
      range.begin = pronoun ? object + 1 : static_cast<Index>(r.tree[object].left_edge);
    }
    add(r, draft, grown_to_quotes(r, range, verb));
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
  if (entry.can(takes_small) && take_small_clause(r, draft)) return;
  if (entry.can(takes_infinitive) && take_infinitive(r, draft)) return;
  if (entry.can(takes_gerund) && take_gerund(r, draft)) return;
  if (entry.can(takes_of) && take_after(r, draft, "of")) return;
  if (entry.can(takes_for) && take_after(r, draft, "for")) return;
  if (entry.can(takes_object)) take_object(r, draft);
}

// said “I love you” to the crowd: a whole quotation behind the verb, and what follows is no part of it.
bool take_quote_beside(const Reader& r, Draft& draft) {
  const Index next = draft.cue + 1;
  const Quotation* q = next < r.tree.size() && !r.quoted(draft.cue) ? r.quotes.opening_at(next) : nullptr;
  if (!q || !draft.entry->can(takes_quote) || q->tokens.end >= r.sentence(draft.cue).end) return false;
  const bool apart = is_one_of(r.tree[q->tokens.end].lower,
                               {"to", "before", "after", "when", "while", "as", "during", "at", "in", "on"});
  if (!apart || !holds_finite_verb(r, q->words)) return false;
  add(r, draft, q->words);
  return true;
}

// "..., said a lawyer who wanted his name withheld": all before it is said, whatever stands behind.
bool is_inverted(const Reader& r, const Draft& draft) {
  if (!draft.content.empty() || draft.speaker == no_token || draft.speaker < draft.cue || draft.cue == 0) return false;
  if (r.tree[draft.cue - 1].text != "," || r.tree.child(draft.cue, {"mark"}) != no_token) return false;
  if (right_clause(r, draft.cue) != no_token) return false;
  return r.tree.child(draft.speaker, {"relcl"}) != no_token && r.tree.is_root(draft.cue);
}

void take_verb_content(const Reader& r, Draft& draft) {
  const CueEntry& entry = *draft.entry;
  if (take_quote_beside(r, draft)) return;
  if (entry.can(takes_quote) && !r.quoted(draft.cue)) take_left_quote(r, draft);
  if (draft.content.empty() && take_around(r, draft)) return;
  if (is_inverted(r, draft) && take_aside(r, draft)) return;
  if (entry.can(takes_clause) && (take_right_clause(r, draft) || take_right_words(r, draft))) return;
  if (entry.can(takes_quote) && !r.quoted(draft.cue)) take_right_quote(r, draft);
  if (draft.content.empty() && !take_aside(r, draft)) take_other(r, draft);
}

}  // namespace

void find_content(const Reader& r, Draft& draft) {
  if (!draft.entry) {
    take_clause_about(r, draft);
  } else if (r.tree[draft.cue].pos == "NOUN") {
    take_noun_clause(r, draft);
  } else {
    take_verb_content(r, draft);
  }
}

}  // namespace coranto::note
