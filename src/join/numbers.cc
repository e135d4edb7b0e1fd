#include "join/numbers.h"

#include <algorithm>

namespace coranto::join {
namespace {

constexpr size_t least_differing = 3;
constexpr size_t widest_slot = 8;  // words between two places where the texts run together

struct Numbers {
  size_t same = 0, other = 0;
};

// What was filled in: numbers of the one and the other, in their order, if there are as many.
void compare_slots(Words one, Words other, Numbers& numbers) {
  const auto count = [](Words words) { return std::count_if(words.begin(), words.end(), is_number); };
  if (count(one) != count(other)) return;
  auto at = other.begin();
  for (const uint16_t word : one) {
    if (!is_number(word)) continue;
    at = std::find_if(at, other.end(), is_number);
    ++(*at++ == word ? numbers.same : numbers.other);
  }
}

// Moves both on to where two words in a row are equal, or by one where that is too far.
void pass_slot(Words& one, Words& other, Numbers& numbers) {
  const auto meet = [&](size_t a, size_t b) {
    return a + 1 < one.size() && b + 1 < other.size() && one[a] == other[b] && one[a + 1] == other[b + 1];
  };
  size_t a = 1, b = 1;
  bool met = false;
  for (size_t width = 1; width <= widest_slot && !met; ++width) {
    for (size_t less = 0; less <= width && !met; ++less) {
      if ((met = meet(width, width - less)))
        a = width, b = width - less;
      else if ((met = meet(width - less, width)))
        a = width - less, b = width;
    }
  }
  compare_slots(one.first(a), other.first(b), numbers);
  one = one.subspan(a), other = other.subspan(b);
}

}  // namespace

bool numbers_differ(Words one, Words other, const std::vector<Stretch>& stretches) {
  Numbers numbers;
  for (const Stretch& s : stretches) {
    Words left = one.subspan(s.begin, s.end - s.begin);
    Words right = other.subspan(s.other_begin, s.other_end - s.other_begin);
    while (!left.empty() && !right.empty()) {
      if (left.front() != right.front()) {
        pass_slot(left, right, numbers);
        continue;
      }
      numbers.same += is_number(left.front());
      left = left.subspan(1), right = right.subspan(1);
    }
  }
  return numbers.other >= least_differing && numbers.other > numbers.same;
}

}  // namespace coranto::join
