// Whether texts that share their wording differ in its numbers: forms that are filled in anew each time, as for the
// weather, the market or a match, run along each other like copies, but say other figures.
#pragma once

#include <vector>

#include "join/stretches.h"

namespace coranto::join {

// Most of the numbers that stand in the same places of the stretches are others, and they are more than a few. A copy
// keeps the numbers that it has, even where it is misread: what was a digit is then mostly none. Cost: linear.
bool numbers_differ(Words one, Words other, const std::vector<Stretch>& stretches);

}  // namespace coranto::join
