#include "note/statements.h"

#include <algorithm>

#include "note/chains.h"
#include "note/contents.h"
#include "note/continuations.h"
#include "note/cues.h"
#include "note/people.h"

namespace coranto::note {

namespace {

// A first paragraph without a full stop is a headline, which only repeats what the report says; 0 if there is none.
Index title_end(const Reader& r) {
  Index end = 0;
  while (end < r.tree.size() && !r.is_break(end)) ++end;
  if (end == r.tree.size() || end > 25) return 0;
  const Index last = r.skip_back(end, "\"'”’");
  return last != no_token && is_one_of(r.tree[last].text, {".", "!", "?", ":"}) ? 0 : end;
}

std::vector<Draft> find_drafts(const Reader& reader) {
  std::vector<Draft> drafts;
  const Index title = title_end(reader);
  for (Draft& draft : find_cues(reader)) {
    if (draft.cue < title) continue;
    find_content(reader, draft);
    if (!draft.content.empty()) drafts.push_back(std::move(draft));
  }
  return drafts;
}

// "X assured Y that ..., her spokesman said": a clause that runs over the reporting phrase of what holds it stops there.
void stop_at_outer_phrases(const Reader& r, std::vector<Draft>& drafts) {
  for (Draft& inner : drafts) {
    for (const Draft& outer : drafts) {
      if (&inner == &outer || inner.cue == no_token || outer.cue == no_token || !in_content(outer, inner.cue)) continue;
      for (Range& range : inner.content) {
        if (!range.holds(outer.cue) || outer.phrase.begin <= range.begin) continue;
        range.end = outer.phrase.begin;
        while (range.end - 1 > range.begin && r.tree[range.end - 1].pos == "PUNCT") --range.end;
      }
    }
  }
}

Span span_of(const Tree& tree, Range range) { return {tree[range.begin].span.begin, tree[range.end - 1].span.end}; }

Quoted quoted_of(const Reader& r, const std::vector<Range>& content) {
  size_t inside = 0, outside = 0;
  for (const Range& range : content) {
    for (Index i = range.begin; i < range.end; ++i) {
      if (r.tree[i].is_space || r.tree[i].pos == "PUNCT") continue;
      ++(r.quoted(i) ? inside : outside);
    }
  }
  return outside == 0 ? Quoted::direct : inside == 0 ? Quoted::indirect : Quoted::mixed;
}

// Indirect words of what cannot speak ("the images suggest that ...") are no statement.
void drop_voiceless(const Reader& reader, std::vector<Draft>& drafts, std::vector<Statement>& statements) {
  for (size_t i = statements.size(); i-- > 0;) {
    if (statements[i].speaker != no_actor) continue;
    const bool inside = drafts[i].cue != no_token && reader.quoted(drafts[i].cue);
    const bool thought = drafts[i].entry != nullptr && drafts[i].entry->takes == takes_clause;
    const bool person = drafts[i].speaker != no_token && is_one_of(reader.tree[drafts[i].speaker].lower, {"he", "she"});
    const bool keeps = drafts[i].speaker == no_token || person || statements[i].quoted == Quoted::direct;
    if (keeps && !inside && !thought) continue;
    drafts.erase(drafts.begin() + static_cast<long>(i));
    statements.erase(statements.begin() + static_cast<long>(i));
  }
}

Statement statement_of(const Reader& r, Cast& cast, const Draft& draft) {
  Statement statement;
  statement.cue = draft.cue_span;
  statement.negative = draft.negative;
  for (const Range& range : draft.content) statement.content.push_back(span_of(r.tree, range));
  statement.quoted = quoted_of(r, draft.content);
  take_people(r, cast, draft, statement);
  return statement;
}

}  // namespace

std::vector<Statement> find_statements(const Tree& tree, Cast& cast, const CueTables& tables) {
  const Quotations quotes(tree);
  const Reader reader{tree, quotes, tables.lists()};
  std::vector<Draft> drafts = find_drafts(reader);
  stop_at_outer_phrases(reader, drafts);
  continue_quotes(reader, drafts);
  std::vector<Statement> statements;
  for (const Draft& draft : drafts) statements.push_back(statement_of(reader, cast, draft));
  drop_voiceless(reader, drafts, statements);
  share_hearers(reader, drafts, statements);
  chain_nested(reader, drafts, statements);
  std::stable_sort(statements.begin(), statements.end(),
                   [](const Statement& a, const Statement& b) { return a.content[0].begin < b.content[0].begin; });
  return statements;
}

}  // namespace coranto::note
