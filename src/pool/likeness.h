// How much alike two reports are in what they are about.
#pragma once

#include <cstdint>

#include "coranto/gist.h"
#include "pool/day.h"

namespace coranto::pool {

// 0 to 1,000: the mean of the cosine of the two gists and that of their names and places alone, for reports of one kind
// share their words; names count no more than twice what the words do, for those of one town share their names; less the further the reports lie apart in time. 0 where they share too little
// to tell, as short ones do, or lie more than `window` days apart. Depends on nothing but these two.
uint32_t likeness(const Gist& a, const Gist& b, Day day_a, Day day_b);

inline constexpr int32_t window = 30;

// Of two reports alone that are of one story.
inline constexpr uint32_t of_one_story = 320;

}  // namespace coranto::pool
