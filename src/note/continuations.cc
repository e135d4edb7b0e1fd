#include "note/continuations.h"

#include <algorithm>

namespace coranto::note {

namespace {

bool is_covered(const std::vector<Draft>& drafts, const Quotation& q) {
  for (const Draft& draft : drafts) {
    if (draft.cue != no_token && q.tokens.holds(draft.cue)) continue;
    for (const Range& range : draft.content) {
      if (range.begin < q.words.end && q.words.begin < range.end) return true;
    }
  }
  return false;
}

Index last_token(const Draft& draft) {
  Index last = draft.phrase.end;
  for (const Range& range : draft.content) last = std::max(last, range.end);
  return last;
}

bool begins_sentence(const Reader& r, const Quotation& q) {
  const Index before = r.skip_back(q.tokens.begin, "");
  return before == no_token || is_one_of(r.tree[before].text, {".", "!", "?", "\"", "”", "''", "’", "»"}) ||
         r.quotes.closing_at(before) != nullptr;
}

// The statement that the quotation goes on with: the last one before it that holds direct speech, if nothing but its
// own sentence stands between.
Draft* carried_by(const Reader& r, std::vector<Draft>& drafts, const Quotation& q) {
  Draft* best = nullptr;
  for (Draft& draft : drafts) {
    if (last_token(draft) > q.tokens.begin || draft.content.empty()) continue;
    if (!best || last_token(draft) > last_token(*best)) best = &draft;
  }
  if (!best || best->content.empty()) return nullptr;
  const Range& last = best->content.back();
  const bool direct = r.quoted(last.end - 1);
  if (!direct) return nullptr;
  Index from = last_token(*best) - 1;
  const Range sentence = r.sentence(best->cue == no_token ? from : best->cue);
  Index end = std::max<Index>(sentence.end, from + 1);
  if (const Quotation* own = r.quotes.at(last.end - 1)) end = std::max(end, own->tokens.end);
  while (end < q.tokens.begin && (r.tree[end].is_space || r.tree[end].pos == "PUNCT")) ++end;
  return end >= q.tokens.begin ? best : nullptr;
}

bool is_own_sentence(const Reader& r, const Quotation& q) {
  if (!q.speech || !begins_sentence(r, q)) return false;
  return true;
}

}  // namespace

void continue_quotes(const Reader& r, std::vector<Draft>& drafts) {
  for (const Quotation& q : r.quotes.all()) {
    if (q.nested || is_covered(drafts, q) || !is_own_sentence(r, q)) continue;
    if (Draft* draft = carried_by(r, drafts, q)) {
      draft->content.push_back(q.words);
      while (!draft->content.back().empty() && r.tree[draft->content.back().end - 1].pos == "PUNCT")
        --draft->content.back().end;
      if (draft->content.back().empty()) draft->content.pop_back();
    }
  }
}

}  // namespace coranto::note
