#include "join/stretches.h"

#include <algorithm>
#include <utility>

namespace coranto::join {
namespace {

constexpr uint32_t widest_gap = 24;  // words between two seeds of a chain
constexpr int32_t widest_drift = 8;  // words that one text may have gained on the other between two seeds
constexpr uint32_t least_seeds = 4;
constexpr uint32_t sparsest = 14;  // words for each seed

struct Chain {
  Stretch stretch;  // from the first word of its first seed to the first word of its last
  uint32_t seeds;
};

bool follows(const Chain& chain, uint32_t at, uint32_t other) {
  const Stretch& s = chain.stretch;
  if (at <= s.end || other <= s.other_end || at - s.end > widest_gap || other - s.other_end > widest_gap) return false;
  return std::abs(static_cast<int32_t>(at - s.end) - static_cast<int32_t>(other - s.other_end)) <= widest_drift;
}

class Chains {
 public:
  void add(uint32_t at, uint32_t other) {
    Chain* best = nullptr;
    for (Chain& chain : open_) {
      if (follows(chain, at, other) && (!best || chain.stretch.other_end > best->stretch.other_end)) best = &chain;
    }
    if (!best) return open_.push_back({{at, at, other, other}, 1});
    best->stretch.end = at, best->stretch.other_end = other, ++best->seeds;
  }

  // Closes the chains that no seed at `other` or later can follow.
  void pass(uint32_t other) {
    std::erase_if(open_, [&](const Chain& chain) {
      const bool over = other > chain.stretch.other_end + widest_gap;
      if (over) close(chain);
      return over;
    });
  }

  std::vector<Stretch> finish() {
    for (const Chain& chain : open_) close(chain);
    std::sort(closed_.begin(), closed_.end(), [](const Stretch& a, const Stretch& b) {
      return std::pair(a.other_begin, a.begin) < std::pair(b.other_begin, b.begin);
    });
    return std::move(closed_);
  }

 private:
  void close(const Chain& chain) {
    Stretch s = chain.stretch;
    if (chain.seeds < least_seeds || chain.seeds * sparsest < s.end - s.begin) return;
    s.end += triple_words, s.other_end += triple_words;
    closed_.push_back(s);
  }

  std::vector<Chain> open_;
  std::vector<Stretch> closed_;
};

double share_of(std::vector<std::pair<uint32_t, uint32_t>> ranges, size_t words) {
  std::sort(ranges.begin(), ranges.end());
  size_t sum = 0;
  uint32_t done = 0;
  for (const auto& [begin, end] : ranges) {
    if (end > done) sum += end - std::max(begin, done);
    done = std::max(done, end);
  }
  return words ? static_cast<double>(sum) / static_cast<double>(words) : 0;
}

}  // namespace

Seeds::Seeds(Words wording) : wording_(wording), next_(triples_of(wording)) {
  first_.fill(none);
  for (size_t at = next_.size(); at-- > 0;) {
    uint16_t& first = first_[slot_of(triple_at(wording, at))];
    next_[at] = std::exchange(first, static_cast<uint16_t>(at));
  }
}

// The places of a triple, ascending; none if they are more than `most_places`.
std::span<const uint16_t> Seeds::places(Triple triple, std::array<uint16_t, most_places + 1>& found) const {
  size_t count = 0;
  for (uint16_t at = first_[slot_of(triple)]; at != none && count <= most_places; at = next_[at]) {
    if (triple_at(wording_, at) == triple) found[count++] = at;
  }
  return std::span(found).first(count > most_places ? 0 : count);
}

std::vector<Stretch> Seeds::common(Words other) const {
  Chains chains;
  std::array<uint16_t, most_places + 1> found;
  for (uint32_t at = 0; at < triples_of(other); ++at) {
    const auto places_here = places(triple_at(other, at), found);
    if (places_here.empty()) continue;
    chains.pass(at);
    for (const uint16_t place : places_here) chains.add(place, at);
  }
  return chains.finish();
}

double covered(const std::vector<Stretch>& stretches, size_t words) {
  std::vector<std::pair<uint32_t, uint32_t>> ranges;
  for (const Stretch& s : stretches) ranges.emplace_back(s.begin, s.end);
  return share_of(std::move(ranges), words);
}

double covered_of_other(const std::vector<Stretch>& stretches, size_t words) {
  std::vector<std::pair<uint32_t, uint32_t>> ranges;
  for (const Stretch& s : stretches) ranges.emplace_back(s.other_begin, s.other_end);
  return share_of(std::move(ranges), words);
}

}  // namespace coranto::join
