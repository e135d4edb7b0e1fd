// Days in time stamps.
#pragma once

#include <string>
#include <string_view>

namespace coranto::isolate {

// "Saturday, Nov 1, 2025", "1st November 2025", "2025-11-01" -> "2025-11-01"; empty where day, month or year is
// missing.
std::string iso_day(std::string_view stamp);

}  // namespace coranto::isolate
