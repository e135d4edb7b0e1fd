#include "pool/grouping.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <numeric>
#include <tuple>

#include "pool/likeness.h"

namespace coranto::pool {
namespace {

using Strengths = boost::unordered_flat_map<uint32_t, uint64_t>;

class Groups {
 public:
  Groups(uint32_t count, const std::vector<Link>& links) : group_of_(count), members_(count), near_(count) {
    std::iota(group_of_.begin(), group_of_.end(), 0u);
    for (uint32_t i = 0; i < count; ++i) members_[i] = {i};
    for (const Link& link : links) near_[link.a][link.b] = near_[link.b][link.a] = link.strength;
  }

  void join(const Link& link) {
    uint32_t into = group_of_[link.a], from = group_of_[link.b];
    if (into == from) return;
    if (members_[into].size() < members_[from].size()) std::swap(into, from);
    if (link.strength >= bound || are_alike(into, from)) merge(into, from);
  }

  std::vector<uint32_t> least() const {
    std::vector<uint32_t> out(group_of_.size());
    for (size_t i = 0; i < out.size(); ++i) {
      const auto& group = members_[group_of_[i]];
      out[i] = *std::min_element(group.begin(), group.end());
    }
    return out;
  }

 private:
  bool are_alike(uint32_t large, uint32_t small) const {
    const uint64_t pairs = members_[small].size() * members_[large].size();
    return near_[large].at(small) >= pairs * of_one_story;
  }

  void merge(uint32_t into, uint32_t from) {
    for (const uint32_t member : members_[from]) group_of_[member] = into;
    members_[into].insert(members_[into].end(), members_[from].begin(), members_[from].end());
    members_[from].clear();
    for (const auto& [other, strength] : near_[from]) {
      near_[other].erase(from);
      if (other == into) continue;
      near_[into][other] += strength;
      near_[other][into] += strength;
    }
    near_[from].clear();
  }

  std::vector<uint32_t> group_of_;
  std::vector<std::vector<uint32_t>> members_;
  std::vector<Strengths> near_;  // of each group, the sum of the links to others
};

}  // namespace

std::vector<uint32_t> groups_of(uint32_t count, std::vector<Link> links) {
  std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) {
    return std::tie(y.strength, x.a, x.b) < std::tie(x.strength, y.a, y.b);
  });
  Groups groups(count, links);
  for (const Link& link : links) groups.join(link);
  return groups.least();
}

}  // namespace coranto::pool
