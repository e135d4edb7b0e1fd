// Teasers: the beginnings of other stories that a page shows below its own, cut off at some width.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isolate/tables.h"

namespace coranto::isolate {

struct Teaser {
  std::string kicker;  // "LABEL: one sentence that sums it up", empty if it has none
  std::string text;
};

// "LABEL: " in capitals at the begin of `paragraph`: the byte after it, 0 if there is none.
size_t kicker_end(std::string_view paragraph);

// Whether `paragraph` is a teaser by itself: it has a kicker, is long, and breaks off.
bool is_teaser(std::string_view paragraph);

// Kicker and text told apart.
Teaser parted(std::string_view paragraph, const Tables& tables);

// Byte at which a teaser begins that was glued to the end of a paragraph of text; npos if none.
size_t glued_teaser(std::string_view paragraph);

// Share of the names in `paragraph` that `before` holds, 0 to 1; 1 where it has fewer than three.
double shared_names(std::string_view paragraph, const std::vector<std::string>& before, const Tables& tables);

}  // namespace coranto::isolate
