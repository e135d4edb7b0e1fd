// Which reports tell one story, from how much each is like each.
//
// Links are gone through from the strongest down, and two groups become one where their members are alike on average,
// not only where they touch; so that a report which tells of two matters does not make them one, and a hundred short
// reports of one kind (results, obituaries) no story. (Average linkage;
// Sokal, Michener, "A statistical method for evaluating systematic relationships", 1958.)
#pragma once

#include <cstdint>
#include <vector>

namespace coranto::pool {

struct Link {
  uint32_t a, b;      // of the reports, from 0
  uint32_t strength;  // likeness, or `bound`
};

// Strength of a link between reports that are of one story whatever else they are like.
inline constexpr uint32_t bound = 1'000'000;

// Of each of `count` reports the least report of its group. Between two reports there is at most one link. Links of
// equal strength come in the order of their reports. Cost: the number of links and its logarithm.
std::vector<uint32_t> groups_of(uint32_t count, std::vector<Link> links);

}  // namespace coranto::pool
