#include "join/grouping.h"

#include <algorithm>
#include <map>

#include "join/numbers.h"

namespace coranto::join {
namespace {

constexpr size_t furniture_groups = 4;  // what stands in so many different reports is no report's own

Stretch swapped(const Stretch& s) { return {s.other_begin, s.other_end, s.begin, s.end}; }

// The same whichever of the two is asked about the other.
std::vector<Stretch> stretches_of(Words a, Words b) {
  if (std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end())) return Seeds(a).common(b);
  auto found = Seeds(b).common(a);
  std::transform(found.begin(), found.end(), found.begin(), swapped);
  return found;
}

// Keys of the words [begin, end) by which the text is indexed.
std::vector<uint32_t> keys_within(const Known& text, uint32_t begin, uint32_t end) {
  const uint32_t bound = text.keys.empty() ? 0 : text.keys.back();
  std::vector<uint32_t> keys;
  for (uint32_t at = begin; at + triple_words <= end; ++at) {
    const uint32_t key = key_of(triple_at(text.wording, at));
    if (key <= bound) keys.push_back(key);
  }
  return keys;
}

// Words in a row that no range covers: a fifth of the text, and no mere slot.
bool has_piece_of_its_own(std::vector<Range> ranges, size_t words) {
  std::sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
  ranges.push_back({static_cast<uint32_t>(words), 0});
  uint32_t done = 0, longest = 0;
  for (const Range& range : ranges) {
    if (range.begin > done) longest = std::max(longest, range.begin - done);
    done = std::max(done, range.end);
  }
  return longest >= 20 && longest * 5 >= words;
}

}  // namespace

Grouping::Grouping(const std::vector<Known>& all, const KeyIndex& index, uint32_t first)
    : all_(all), index_(index), first_(first) {}

void Grouping::add_pairs(uint32_t text) {
  for (uint32_t other : index_.candidates(all_[text].keys)) {
    if (other == text || all_[other].kind != all_[text].kind) continue;
    pairs_.push_back({std::min(text, other), std::max(text, other), {}});
  }
}

Grouping::Pair Grouping::compared(uint32_t a, uint32_t b) const {
  const Words one = all_[a].wording, other = all_[b].wording;
  auto stretches = stretches_of(one, other);
  if (numbers_differ(one, other, stretches)) stretches.clear();
  return {a, b, pairing_of(std::move(stretches), one.size(), other.size())};
}

void Grouping::compare_all() {
  for (uint32_t text = first_; text < all_.size(); ++text) add_pairs(text);
  const auto order = [](const Pair& x, const Pair& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); };
  std::sort(pairs_.begin(), pairs_.end(), order);
  const auto same = [](const Pair& x, const Pair& y) { return x.a == y.a && x.b == y.b; };
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end(), same), pairs_.end());
  for (Pair& pair : pairs_) pair = compared(pair.a, pair.b);
  std::erase_if(pairs_, [](const Pair& pair) { return pair.pairing.stretches.empty(); });
}

void Grouping::number_settled() {
  for (const Pair& pair : pairs_) {
    if (pair.a < first_) settled_.push_back(all_[pair.a].original);
  }
  std::sort(settled_.begin(), settled_.end());
  settled_.erase(std::unique(settled_.begin(), settled_.end()), settled_.end());
  for (uint32_t i = 0; i < settled_.size(); ++i) node_of_.emplace(settled_[i], i);
}

uint32_t Grouping::node(uint32_t text) const {
  return text < first_ ? node_of_.at(all_[text].original) : static_cast<uint32_t>(settled_.size()) + text - first_;
}

// As the place of a text that stands for it.
uint32_t Grouping::group(Groups& groups, uint32_t text) const {
  if (text < first_) return all_[text].original;
  const uint32_t found = groups.of(node(text));
  return found < settled_.size() ? settled_[found] : first_ + found - static_cast<uint32_t>(settled_.size());
}

bool Grouping::is_furniture(const Stretch& stretch, const Pair& pair, Groups& groups) const {
  std::vector<size_t> counts;
  for (uint32_t key : keys_within(all_[pair.b], stretch.other_begin, stretch.other_end)) {
    std::vector<uint32_t> in;
    for (uint32_t text : index_.texts(key)) in.push_back(group(groups, text));
    std::sort(in.begin(), in.end());
    counts.push_back(static_cast<size_t>(std::unique(in.begin(), in.end()) - in.begin()));
  }
  if (counts.empty()) return false;
  const auto middle = counts.begin() + static_cast<ptrdiff_t>((counts.size() - 1) / 2);
  std::nth_element(counts.begin(), middle, counts.end());
  return *middle >= furniture_groups;
}

// What is plainly the same is put together, unless those of a group share no more than a frame: four in five have a
// piece of their own that no other has.
Groups Grouping::plain_copies() {
  Groups plain = groups();
  boost::unordered_flat_map<uint32_t, std::vector<Range>> shared;
  for (const Pair& pair : pairs_) {
    if (!is_plain_copy(pair.pairing)) continue;
    plain.unite(node(pair.a), node(pair.b));
    for (const Stretch& s : pair.pairing.stretches) {
      shared[pair.a].push_back({s.begin, s.end});
      shared[pair.b].push_back({s.other_begin, s.other_end});
    }
  }
  struct Members {
    size_t all = 0, framed = 0;
  };
  boost::unordered_flat_map<uint32_t, Members> members;
  for (auto& [text, ranges] : shared) {
    Members& of = members[plain.of(node(text))];
    ++of.all;
    of.framed += has_piece_of_its_own(std::move(ranges), all_[text].wording.size());
  }
  const auto only_framed = [&](uint32_t text) {
    const Members& of = members[plain.of(node(text))];
    return of.all >= furniture_groups && of.framed * 5 >= of.all * 4;
  };
  Groups out = groups();
  for (const Pair& pair : pairs_) {
    if (is_plain_copy(pair.pairing) && !only_framed(pair.a) && !only_framed(pair.b)) {
      out.unite(node(pair.a), node(pair.b));
    }
  }
  return out;
}

void Grouping::leave_out_furniture() {
  Groups plain = plain_copies();
  for (Pair& pair : pairs_) {
    if (group(plain, pair.a) == group(plain, pair.b)) continue;
    auto left = pair.pairing.stretches;
    std::erase_if(left, [&](const Stretch& stretch) { return is_furniture(stretch, pair, plain); });
    pair.pairing = pairing_of(std::move(left), pair.pairing.words, pair.pairing.other_words);
  }
}

// Two texts that are no copies of each other stand one after the other in it and make up nearly all of it.
bool Grouping::is_compilation(uint32_t text, const std::vector<Pair>& pairs, Groups& groups) const {
  const auto words = static_cast<double>(all_[text].wording.size());
  for (const Pair& x : pairs) {
    for (const Pair& y : pairs) {
      const Inset first = inset_of(x.pairing), second = inset_of(y.pairing);
      if (second.begin + 8 < first.end) continue;
      const double one = first.end - first.begin, other = second.end - second.begin;
      if (one + other < 0.85 * words || std::max(one, other) > 0.9 * words) continue;
      const auto part = [&](const Pair& pair) { return group(groups, pair.a == text ? pair.b : pair.a); };
      if (part(x) != part(y)) return true;
    }
  }
  return false;
}

// What a known text was joined with earlier is part of it too.
void Grouping::add_settled_part(uint32_t text, std::vector<Pair>& pairs) const {
  const uint32_t original = all_[text].original;
  if (text >= first_ || original == text) return;
  Pair pair = compared(std::min(original, text), std::max(original, text));
  const bool is_longer = all_[text].wording.size() > all_[original].wording.size();
  if (is_longer && inset_of(pair.pairing).whole) pairs.push_back(std::move(pair));
}

void Grouping::mark_compilations() {
  std::map<uint32_t, std::vector<Pair>> holders;
  for (const Pair& pair : pairs_) {
    const uint32_t longer = pair.pairing.words > pair.pairing.other_words ? pair.a : pair.b;
    if (inset_of(pair.pairing).whole) holders[longer].push_back(pair);
  }
  for (auto& [text, pairs] : holders) add_settled_part(text, pairs);
  std::erase_if(holders, [](const auto& holder) { return holder.second.size() < 2; });
  if (holders.empty()) return;
  Groups others = groups();
  for (const Pair& pair : pairs_) {
    if (is_copy(pair.pairing) && !holders.contains(pair.a) && !holders.contains(pair.b)) {
      others.unite(node(pair.a), node(pair.b));
    }
  }
  for (const auto& [text, pairs] : holders) {
    if (is_compilation(text, pairs, others)) compilations_.insert(text);
  }
}

// The strongest first; among equals the order of arrival must not count.
std::tuple<double, const std::string&, const std::string&> Grouping::rank(const Pair& pair) const {
  const auto [less, more] = std::minmax(all_[pair.a].origin.id, all_[pair.b].origin.id);
  return {-pair.pairing.strength(), less, more};
}

// Both are joined already, one of them by other words than these, and the other is more than these words: it is put
// together from both, and stays with the stronger.
bool Grouping::is_bridge(const Pair& pair) const {
  const auto apart = [&](uint32_t text, double share_of_other, auto words_of) {
    const auto joined = joined_.find(text);
    if (joined == joined_.end() || share_of_other >= 0.7) return false;
    uint32_t words = 0, both = 0;
    for (const Stretch& s : pair.pairing.stretches) {
      const Range range = words_of(s);
      words += range.end - range.begin;
      for (uint32_t at = range.begin; at < range.end; ++at) {
        both += std::any_of(joined->second.begin(), joined->second.end(),
                            [&](const Range& r) { return r.begin <= at && at < r.end; });
      }
    }
    return both * 5 < words;
  };
  if (!joined_.contains(pair.a) || !joined_.contains(pair.b)) return false;
  return apart(pair.a, pair.pairing.other_part,
               [](const Stretch& s) {
                 return Range{s.begin, s.end};
               }) ||
         apart(pair.b, pair.pairing.part, [](const Stretch& s) {
           return Range{s.other_begin, s.other_end};
         });
}

std::vector<uint32_t> Grouping::originals() {
  compare_all();
  number_settled();
  leave_out_furniture();
  mark_compilations();
  const auto copies_end =
      std::stable_partition(pairs_.begin(), pairs_.end(), [&](const Pair& pair) { return makes_copy(pair); });
  partial_.assign(std::make_move_iterator(copies_end), std::make_move_iterator(pairs_.end()));
  pairs_.erase(copies_end, pairs_.end());
  std::sort(pairs_.begin(), pairs_.end(), [&](const Pair& x, const Pair& y) { return rank(x) < rank(y); });
  Groups copies = groups();
  for (const Pair& pair : pairs_) {
    if (is_bridge(pair)) {
      partial_.push_back(pair);
      continue;
    }
    copies.unite(node(pair.a), node(pair.b));
    for (const Stretch& s : pair.pairing.stretches) {
      joined_[pair.a].push_back({s.begin, s.end});
      joined_[pair.b].push_back({s.other_begin, s.other_end});
    }
  }
  for (uint32_t text = first_; text < all_.size(); ++text) originals_.push_back(group(copies, text));
  return originals_;
}

bool Grouping::makes_copy(const Pair& pair) const {
  return is_copy(pair.pairing) && !compilations_.contains(pair.a) && !compilations_.contains(pair.b);
}

uint32_t Grouping::original_of(uint32_t text) const {
  return text < first_ ? all_[text].original : originals_[text - first_];
}

void Grouping::add_sharing(uint32_t text, uint32_t other, std::vector<Range> words, std::vector<Sharing>& out) const {
  words = passages(std::move(words));
  if (words.empty() || original_of(text) == original_of(other)) return;
  const auto same = std::find_if(out.begin(), out.end(),
                                 [&](const Sharing& s) { return original_of(s.other) == original_of(other); });
  if (same == out.end()) return out.push_back({other, std::move(words)});
  if (is_likelier(all_[other].origin, all_[same->other].origin)) same->other = other;
  same->words.insert(same->words.end(), words.begin(), words.end());
  same->words = passages(std::move(same->words));
}

std::vector<std::vector<Sharing>> Grouping::sharings() const {
  std::vector<std::vector<Sharing>> out(all_.size() - first_);
  for (const Pair& pair : partial_) {
    std::vector<Range> one, other;
    for (const Stretch& s : pair.pairing.stretches) {
      one.push_back({s.begin, s.end}), other.push_back({s.other_begin, s.other_end});
    }
    if (pair.a >= first_) add_sharing(pair.a, pair.b, std::move(one), out[pair.a - first_]);
    if (pair.b >= first_) add_sharing(pair.b, pair.a, std::move(other), out[pair.b - first_]);
  }
  const auto by_id = [&](const Sharing& x, const Sharing& y) {
    return all_[x.other].origin.id < all_[y.other].origin.id;
  };
  for (auto& shared : out) std::sort(shared.begin(), shared.end(), by_id);
  return out;
}

}  // namespace coranto::join
