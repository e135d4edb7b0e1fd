#include "note/chains.h"

#include <algorithm>
#include <numeric>

#include "note/people.h"

namespace coranto::note {

namespace {

// Does the content of j hold nothing but other statements, `inner`?
bool is_filled(const Reader& r, const std::vector<Draft>& drafts, const std::vector<size_t>& inner, size_t j) {
  if (inner.empty()) return false;
  size_t held = 0, bare = 0;
  for (const Range& range : drafts[j].content) {
    for (Index k = range.begin; k < range.end; ++k) {
      if (is_one_of(r.tree[k].pos, {"PUNCT", "SPACE", "SCONJ", "CCONJ"})) continue;
      const bool inside = std::any_of(inner.begin(), inner.end(), [&](size_t i) {
        return !drafts[i].phrasal && (in_content(drafts[i], k) || drafts[i].phrase.holds(k));
      });
      ++(inside ? held : bare);
    }
  }
  return held > 0 && bare * 12 <= held;
}

// For each draft the smallest other one whose content holds its cue, or -1.
std::vector<int> holders(const std::vector<Draft>& drafts) {
  const auto size_of = [](const Draft& d) { return d.content.back().end - d.content.front().begin; };
  std::vector<int> outer(drafts.size(), -1);
  for (size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].cue == no_token) continue;
    for (size_t j = 0; j < drafts.size(); ++j) {
      if (i == j || !in_content(drafts[j], drafts[i].cue)) continue;
      if (outer[i] < 0 || size_of(drafts[j]) < size_of(drafts[outer[i]])) outer[i] = static_cast<int>(j);
    }
  }
  return outer;
}

// "He said he believes ...": one speaker, no carrier between; the outer statement stays.
bool repeats_speaker(const std::vector<Statement>& statements, const std::vector<size_t>& inner, size_t j) {
  return statements[j].via.empty() && std::any_of(inner.begin(), inner.end(), [&](size_t i) {
           return statements[i].speaker == statements[j].speaker;
         });
}

std::vector<size_t> in_text_order(const std::vector<Draft>& drafts) {
  std::vector<size_t> order(drafts.size());
  std::iota(order.begin(), order.end(), size_t{0});
  const auto begin = [&](size_t i) { return std::min(drafts[i].phrase.begin, drafts[i].content.front().begin); };
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return begin(a) < begin(b); });
  return order;
}

// A chain is read off its holder's, so that is to be whole before.
std::vector<size_t> outermost_first(const std::vector<int>& outer) {
  std::vector<size_t> order(outer.size()), depth(outer.size(), 0);
  std::iota(order.begin(), order.end(), size_t{0});
  for (size_t i = 0; i < outer.size(); ++i) {
    for (int j = outer[i]; j >= 0 && depth[i] <= outer.size(); j = outer[j]) ++depth[i];
  }
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return depth[a] < depth[b]; });
  return order;
}

bool mentions_interview(const Reader& r, const Draft& draft) {
  const Range sentence = r.sentence(draft.cue);
  for (Index i = sentence.begin; i < sentence.end; ++i) {
    if (r.tree[i].lower == "interview" && !in_content(draft, i)) return true;
  }
  return false;
}

template <typename Item>
void keep(std::vector<Item>& items, const std::vector<bool>& gone) {
  size_t kept = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    if (gone[i]) continue;
    if (kept != i) items[kept] = std::move(items[i]);
    ++kept;
  }
  items.resize(kept);
}

}  // namespace

void share_hearers(const Reader& r, const std::vector<Draft>& drafts, std::vector<Statement>& statements) {
  const Statement* told = nullptr;  // the last one told to an outlet
  Range sentence;
  bool interview = false;
  for (const size_t i : in_text_order(drafts)) {
    Statement& statement = statements[i];
    if (drafts[i].cue == no_token || r.quoted(drafts[i].cue)) continue;
    if (statement.addressee != no_actor) {
      const bool outlet = statement.via.size() == 1 && statement.via[0] == statement.addressee;
      told = outlet ? &statement : nullptr;
      sentence = r.sentence(drafts[i].cue);
      interview = outlet && mentions_interview(r, drafts[i]);
      continue;
    }
    if (!told || statement.speaker != told->speaker) {
      told = nullptr;
      continue;
    }
    interview = interview || mentions_interview(r, drafts[i]);
    if (!statement.via.empty() || !(interview || r.sentence(drafts[i].cue) == sentence)) continue;
    statement.via = told->via;
    statement.addressee = told->addressee;
  }
}

void chain_nested(const Reader& r, std::vector<Draft>& drafts, std::vector<Statement>& statements) {
  const size_t n = drafts.size();
  const std::vector<int> outer = holders(drafts);
  std::vector<std::vector<size_t>> inner(n);
  for (size_t i = 0; i < n; ++i) {
    if (outer[i] >= 0) inner[static_cast<size_t>(outer[i])].push_back(i);
  }
  std::vector<bool> gone(n, false);
  for (size_t j = 0; j < n; ++j) {
    gone[j] = is_filled(r, drafts, inner[j], j) && !repeats_speaker(statements, inner[j], j);
  }
  for (size_t i = 0; i < n; ++i) {
    if (outer[i] < 0 || gone[outer[i]]) continue;
    gone[i] = drafts[i].phrasal || statements[i].speaker == statements[outer[i]].speaker;
  }
  for (const size_t i : outermost_first(outer)) {
    if (outer[i] < 0) continue;
    const Statement& holder = statements[outer[i]];
    std::vector<ActorIndex> chain = holder.via;
    const bool retold =
        !drafts[outer[i]].carriers.empty() && gone[outer[i]];  // "a statement quoted the minister as saying"
    if (holder.speaker != statements[i].speaker && !retold) push_unique(chain, holder.speaker);
    for (ActorIndex own : statements[i].via) push_unique(chain, own);
    statements[i].via = chain;
  }
  keep(drafts, gone);
  keep(statements, gone);
}

}  // namespace coranto::note
