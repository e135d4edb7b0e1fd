#include "join/sharing.h"

#include <algorithm>
#include <tuple>

#include "join/word_spans.h"

namespace coranto::join {
namespace {

constexpr uint32_t least_passage = 20;  // words; shorter ones are phrases, titles, quotations
constexpr uint32_t narrowest = 4;       // words between two passages

}  // namespace

bool is_likelier(const Origin& one, const Origin& other) {
  const auto rank = [](const Origin& o) { return std::tuple(!o.agency, o.published.empty(), o.published, o.id); };
  return rank(one) < rank(other);
}

std::vector<Range> passages(std::vector<Range> words) {
  std::sort(words.begin(), words.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
  std::vector<Range> out;
  for (const Range& range : words) {
    if (out.empty() || range.begin > out.back().end + narrowest) out.push_back(range);
    out.back().end = std::max(out.back().end, range.end);
  }
  std::erase_if(out, [](const Range& range) { return range.end - range.begin < least_passage; });
  return out;
}

Reuse reuse_of(const Sharing& sharing, const Origin& self, const Origin& other, std::string_view text) {
  const auto words = word_spans(text);
  Reuse reuse{other.id, is_likelier(self, other) ? self.id : other.id, {}};
  for (const Range& range : sharing.words) {
    if (range.end <= words.size()) reuse.spans.push_back({words[range.begin].begin, words[range.end - 1].end});
  }
  return reuse;
}

}  // namespace coranto::join
