// ISO times as ranges of days.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

namespace coranto::record {

// Days since 1970-01-01 of the first and last day that `value` covers: a day, month, year or interval "A/B", with or
// without a time of day. Nothing for durations, symbolic times and what is no date.
std::optional<std::pair<int32_t, int32_t>> days_of(std::string_view value);

}  // namespace coranto::record
