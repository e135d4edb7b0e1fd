// Which of many belong together: disjoint sets, of which each holds at most one that is settled (its group was made
// known earlier and may not change).
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace coranto::join {

class Groups {
 public:
  // The first `settled` of `count` are settled.
  Groups(size_t count, size_t settled) : up_(count), settled_(settled) { std::iota(up_.begin(), up_.end(), 0u); }

  // The least of the group: a settled one, if it holds one.
  uint32_t of(uint32_t one) {
    while (up_[one] != one) one = up_[one] = up_[up_[one]];
    return one;
  }

  // Nothing happens where that would put two settled ones together.
  void unite(uint32_t a, uint32_t b) {
    a = of(a), b = of(b);
    if (a == b || (a < settled_ && b < settled_)) return;
    up_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<uint32_t> up_;
  size_t settled_;
};

}  // namespace coranto::join
