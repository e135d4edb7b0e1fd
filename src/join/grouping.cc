#include "join/grouping.h"

#include <algorithm>
#include <map>

namespace coranto::join {
namespace {

constexpr size_t furniture_groups = 4;  // what stands in so many different reports is no report's own

Stretch swapped(const Stretch& s) { return {s.other_begin, s.other_end, s.begin, s.end}; }

// The same whichever of the two is asked about the other.
std::vector<Stretch> stretches_of(const Wording& a, const Wording& b) {
  if (a < b) return Seeds(a).common(b);
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

}  // namespace

Grouping::Grouping(const std::vector<Known>& all, const KeyIndex& index, uint32_t first)
    : all_(all), index_(index), first_(first), compilation_(all.size() - first) {}

void Grouping::add_pairs(uint32_t text) {
  for (uint32_t other : index_.candidates(all_[text].keys)) {
    if (other == text || all_[other].kind != all_[text].kind) continue;
    pairs_.push_back({std::min(text, other), std::max(text, other), {}});
  }
}

void Grouping::compare_all() {
  for (uint32_t text = first_; text < all_.size(); ++text) add_pairs(text);
  const auto order = [](const Pair& x, const Pair& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); };
  std::sort(pairs_.begin(), pairs_.end(), order);
  const auto same = [](const Pair& x, const Pair& y) { return x.a == y.a && x.b == y.b; };
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end(), same), pairs_.end());
  for (Pair& pair : pairs_) {
    const Wording &a = all_[pair.a].wording, &b = all_[pair.b].wording;
    pair.pairing = pairing_of(stretches_of(a, b), a.size(), b.size());
  }
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

void Grouping::leave_out_furniture() {
  Groups plain = groups();
  for (const Pair& pair : pairs_) {
    if (is_plain_copy(pair.pairing)) plain.unite(node(pair.a), node(pair.b));
  }
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
      if (one + other < 0.85 * words || std::max(one, other) > 0.75 * words) continue;
      const auto part = [&](const Pair& pair) { return group(groups, pair.a == text ? pair.b : pair.a); };
      if (part(x) != part(y)) return true;
    }
  }
  return false;
}

void Grouping::mark_compilations() {
  std::map<uint32_t, std::vector<Pair>> holders;
  for (const Pair& pair : pairs_) {
    const uint32_t longer = pair.pairing.words > pair.pairing.other_words ? pair.a : pair.b;
    if (longer >= first_ && inset_of(pair.pairing).whole) holders[longer].push_back(pair);
  }
  std::erase_if(holders, [](const auto& holder) { return holder.second.size() < 2; });
  if (holders.empty()) return;
  Groups others = groups();
  for (const Pair& pair : pairs_) {
    if (is_copy(pair.pairing) && !holders.contains(pair.a) && !holders.contains(pair.b)) {
      others.unite(node(pair.a), node(pair.b));
    }
  }
  for (const auto& [text, pairs] : holders) compilation_[text - first_] = is_compilation(text, pairs, others);
}

std::vector<uint32_t> Grouping::originals() {
  compare_all();
  number_settled();
  leave_out_furniture();
  mark_compilations();
  std::erase_if(pairs_, [&](const Pair& pair) {
    const auto lone = [&](uint32_t text) { return text >= first_ && compilation_[text - first_]; };
    return !is_copy(pair.pairing) || lone(pair.a) || lone(pair.b);
  });
  std::stable_sort(pairs_.begin(), pairs_.end(),
                   [](const Pair& x, const Pair& y) { return x.pairing.strength() > y.pairing.strength(); });
  Groups copies = groups();
  for (const Pair& pair : pairs_) copies.unite(node(pair.a), node(pair.b));
  std::vector<uint32_t> out;
  for (uint32_t text = first_; text < all_.size(); ++text) out.push_back(group(copies, text));
  return out;
}

}  // namespace coranto::join
