#include "note/continuations.h"

#include <algorithm>

#include "note/letters.h"

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
  return before == no_token || is_one_of(r.tree[before].text, {".", "!", "?"}) ||
         r.quotes.closing_at(before) != nullptr;
}

Index paragraph_end(const Reader& r, Index i) {
  while (i < r.tree.size() && (!r.is_break(i) || r.quoted(i))) ++i;
  return i;
}

// Only the rest of the draft's own sentence, and white space, stand between it and the quotation.
bool follows(const Reader& r, const Draft& draft, const Quotation& q) {
  const Index last = last_token(draft) - 1;
  const Range sentence = r.sentence(draft.cue == no_token ? last : draft.cue);
  Index end = std::max<Index>(sentence.end, last + 1);
  if (const Quotation* own = r.quotes.at(draft.content.back().end - 1)) end = std::max(end, own->tokens.end);
  while (end < q.tokens.begin && (r.tree[end].is_space || r.tree[end].pos == "PUNCT")) ++end;
  return end >= q.tokens.begin;
}

bool is_dash(const Token& token) { return is_one_of(token.text, {"―", "—", "–", "--", "-"}); }

// The statement that the quotation goes on with: the last before it, if it holds direct speech or stands in the same
// paragraph, and at most one sentence without a cue of its own stands between.
Draft* carried_by(const Reader& r, std::vector<Draft>& drafts, const Quotation& q) {
  Draft* best = nullptr;
  for (Draft& draft : drafts) {
    const bool inside = draft.cue != no_token && r.quoted(draft.cue);
    if (inside || draft.phrasal || last_token(draft) > q.tokens.begin) continue;
    if (!best || last_token(draft) > last_token(*best)) best = &draft;
  }
  if (!best || (best->cue == no_token && is_dash(r.tree[best->phrase.begin]))) return nullptr;
  const Index last = last_token(*best) - 1;
  const bool direct = r.quoted(best->content.back().end - 1);
  const bool same_paragraph = paragraph_end(r, last) > q.tokens.begin;
  if (follows(r, *best, q)) return direct || same_paragraph ? best : nullptr;
  const size_t between = r.tree.sentence_of(q.tokens.begin) - r.tree.sentence_of(last);
  return direct && same_paragraph && between <= 2 ? best : nullptr;
}

// “...,” he said, but “...”: the second quotation is tied to the reporting clause.
Draft* joined_by(const Reader& r, std::vector<Draft>& drafts, const Quotation& q) {
  Index before = r.skip_back(q.tokens.begin, "");
  if (before == no_token || !is_one_of(r.tree[before].lower, {"and", "but"}) || r.quoted(before)) return nullptr;
  before = r.skip_back(before, ",");
  for (Draft& draft : drafts) {
    if (before == no_token || draft.content.empty() || draft.phrase.end != before + 1) continue;
    if (r.quoted(draft.content.back().end - 1) && last_token(draft) == draft.phrase.end) return &draft;
  }
  return nullptr;
}

void append(const Reader& r, Draft& draft, Range words) {
  while (!words.empty() && r.tree[words.end - 1].pos == "PUNCT") --words.end;
  if (!words.empty()) draft.content.push_back(words);
}

// "Foreign ministry spokesman Zhai Wenbo: “...”", "He declined: “...”": the noun or the verb before the colon.
bool introduce(const Reader& r, const Quotation& q, Draft& draft) {
  Index colon = r.skip_back(q.tokens.begin, "");
  if (colon == no_token || r.tree[colon].text != ":") return false;
  const Range sentence = r.sentence(colon);
  Index head = no_token;
  for (Index i = sentence.begin; i < colon; ++i) {
    if (is_one_of(r.tree[i].pos, {"PUNCT", "SPACE"})) continue;
    const bool top = r.tree.is_root(i) || r.tree.head(i) >= colon || r.tree.head(i) < sentence.begin;
    if (top) head = i;
    if (top && is_finite(r.tree, i)) break;
  }
  if (head == no_token) return false;
  draft.phrase = {sentence.begin, colon};
  if (is_one_of(r.tree[head].pos, {"NOUN", "PROPN"})) {
    draft.speaker = head;
    draft.cue_span = r.tree[colon].span;
  } else if (is_finite(r.tree, head)) {
    draft.speaker = r.tree.subject(head);
    const bool act = is_one_of(r.tree[head].tag, {"VBD", "VBZ", "VBP"}) && r.tree[head].pos == "VERB";
    if (act) draft.cue = head;
    if (act) draft.cue_span = r.tree[head].span;
  }
  return draft.speaker != no_token && draft.speaker < colon;
}

// “...” — Ana Ruiz, Lima: the name behind the dash, which closes the paragraph or comes before the next quotation.
bool is_signed(const Reader& r, const Quotation& q, Draft& draft) {
  const Index dash = r.skip(q.tokens.end, "");
  if (dash >= r.tree.size() || !is_dash(r.tree[dash])) return false;
  Index end = dash + 1, name = no_token;
  bool name_ended = false;
  for (; end < r.tree.size() && !r.is_break(end) && !r.quoted(end); ++end) {
    const Token& token = r.tree[end];
    if (end > dash + 14 || has_finite_tag(token)) return false;
    name_ended |= name != no_token && token.pos == "PUNCT";
    if (!name_ended && is_one_of(token.pos, {"PROPN", "NOUN"})) name = end;
  }
  if (name == no_token || (end < r.tree.size() && r.quoted(end) && !r.quotes.opening_at(end))) return false;
  draft.speaker = name;
  draft.cue_span = r.tree[dash].span;
  draft.phrase = {dash, end};
  return true;
}

// A quotation that stands alone after a sentence without a cue: that sentence's subject says it.
bool follow_subject(const Reader& r, const Quotation& q, Draft& draft) {
  const Index before = r.skip_back(q.tokens.begin, "");
  if (before == no_token || !begins_sentence(r, q) || r.quoted(before)) return false;
  const Range sentence = r.sentence(before);
  for (Index i = sentence.begin; i < sentence.end; ++i) {
    if (!r.tree.is_root(i)) continue;
    draft.speaker = r.tree.child(i, {"nsubj", "nsubjpass"});
    break;
  }
  draft.phrase = {q.tokens.begin, q.tokens.begin};
  return draft.speaker != no_token;
}

bool is_capitals(std::string_view word) { return word.size() > 1 && !has_small_letter(word); }

// "KRISTIN AASEN: I have carried messages.": a script's line, from its colon to the end of its paragraph. The first
// paragraph's capitals are a dateline.
bool script_line(const Reader& r, Index begin, Draft& draft) {
  Index colon = begin;
  while (colon < r.tree.size() && colon < begin + 5 && is_capitals(r.tree[colon].text)) ++colon;
  if (colon == begin || colon >= r.tree.size() || r.tree[colon].text != ":" || r.tree[colon - 1].pos != "PROPN")
    return false;
  if (is_one_of(r.tree[colon - 1].entity, {"GPE", "DATE", "TIME"})) return false;
  draft.speaker = colon - 1;
  draft.cue_span = r.tree[colon].span;
  draft.phrase = {begin, colon + 1};
  Index end = colon;
  while (end < r.tree.size() && !r.is_break(end)) ++end;
  const Index first = r.skip(colon + 1, "");
  if (first >= end || !r.same_quote(first, colon)) return false;
  draft.content.push_back({colon + 1, end});
  while (draft.content[0].end > draft.content[0].begin && r.tree[draft.content[0].end - 1].pos == "PUNCT")
    --draft.content[0].end;
  return draft.content[0].end > draft.content[0].begin;
}

void add_script_lines(const Reader& r, std::vector<Draft>& drafts) {
  for (Index i = 1; i < r.tree.size(); ++i) {
    Draft line;
    if (!r.is_break(i - 1)) continue;
    const Index begin = r.quotes.opening_at(i) ? i + 1 : i;  // some set the whole script in marks
    if (r.quoted(begin) != (begin > i) || !script_line(r, begin, line)) continue;
    const bool taken = std::any_of(drafts.begin(), drafts.end(),
                                   [&](const Draft& d) { return line.content[0].holds(d.content[0].begin); });
    if (!taken) drafts.push_back(std::move(line));
  }
}

}  // namespace

void continue_quotes(const Reader& r, std::vector<Draft>& drafts) {
  add_script_lines(r, drafts);
  for (const Quotation& q : r.quotes.all()) {
    if (q.nested || !q.speech || is_covered(drafts, q)) continue;
    Draft sound_bite;
    if (is_signed(r, q, sound_bite) || introduce(r, q, sound_bite)) {
      append(r, sound_bite, q.words);
      if (!sound_bite.content.empty()) drafts.push_back(std::move(sound_bite));
      continue;
    }
    if (Draft* draft = joined_by(r, drafts, q)) append(r, *draft, q.words);
    if (!begins_sentence(r, q)) continue;
    if (Draft* draft = carried_by(r, drafts, q)) {
      append(r, *draft, q.words);
    } else if (follow_subject(r, q, sound_bite)) {
      append(r, sound_bite, q.words);
      if (!sound_bite.content.empty()) drafts.push_back(std::move(sound_bite));
    }
  }
}

}  // namespace coranto::note
