#include "label/special_phrases.h"

#include <algorithm>

namespace coranto::label {
namespace {

// Of overlapping matches the longest, then the first. A dropped match still bars those that come after it, as in spaCy.
std::vector<Span> without_overlaps(std::vector<Span> matches, size_t token_count) {
  std::sort(matches.begin(), matches.end(),
            [](Span a, Span b) { return a.size() != b.size() ? a.size() > b.size() : a.begin < b.begin; });
  std::vector<bool> seen(token_count, false);
  std::vector<Span> kept;
  for (const Span match : matches) {
    if (!seen[match.begin] && !seen[match.end - 1]) kept.push_back(match);
    std::fill(seen.begin() + match.begin, seen.begin() + match.end, true);
  }
  std::sort(kept.begin(), kept.end());
  return kept;
}

void append_special(const std::vector<Cut>& cuts, uint32_t at, bool space_after, std::vector<Piece>& out) {
  for (const Cut& cut : cuts) {
    out.push_back({{at, at + cut.size}, cut.lexeme, cut.norm, false});
    at += cut.size;
  }
  out.back().space_after = space_after;
}

}  // namespace

void SpecialPhrases::add(const std::vector<Cut>& words) {
  uint32_t node = 0;
  for (const Cut& word : words) {
    const auto [at, is_new] =
        next_.try_emplace({node, word.lexeme->features.orth}, static_cast<uint32_t>(ends_.size()));
    node = at->second;
    if (is_new) ends_.push_back(false);
  }
  if (node != 0) ends_[node] = true;
}

void SpecialPhrases::find(const std::vector<Piece>& pieces, std::vector<Span>& out) const {
  const auto size = static_cast<uint32_t>(pieces.size());
  for (uint32_t begin = 0; begin < size; ++begin) {
    uint32_t node = 0;
    for (uint32_t i = begin; i < size; ++i) {
      const auto at = next_.find({node, pieces[i].lexeme->features.orth});
      if (at == next_.end()) break;
      node = at->second;
      if (ends_[node]) out.push_back({begin, i + 1});
    }
  }
}

void SpecialPhrases::apply(const TokenizerRules& rules, std::string_view text, std::vector<Piece>& pieces) const {
  std::vector<Span> matches;
  find(pieces, matches);
  if (matches.empty()) return;
  std::vector<Piece> out;
  out.reserve(pieces.size());
  uint32_t done = 0;
  const auto copy_up_to = [&](uint32_t end) {
    out.insert(out.end(), pieces.begin() + done, pieces.begin() + end);
    done = end;
  };
  for (const Span match : without_overlaps(std::move(matches), pieces.size())) {
    copy_up_to(match.begin);
    const Span covered{pieces[match.begin].span.begin, pieces[match.end - 1].span.end};
    const auto* cuts = rules.special(covered.of(text));
    if (!cuts) continue;
    append_special(*cuts, covered.begin, pieces[match.end - 1].space_after, out);
    done = match.end;
  }
  copy_up_to(static_cast<uint32_t>(pieces.size()));
  pieces = std::move(out);
}

}  // namespace coranto::label
