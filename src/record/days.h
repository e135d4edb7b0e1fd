// When events happened: ISO times, and the days they cover.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "coranto/notes.h"

namespace coranto::record {

// Days since 1970-01-01 of the first and last day that `value` covers: a day, month, year or interval "A/B", with or
// without a time of day. Nothing for durations, symbolic times and what is no date.
std::optional<std::pair<int32_t, int32_t>> days_of(std::string_view value);

// The time that the record gives an event: ISO day, month, year or interval, a clock time cut to its day; symbolic
// where the day is not known; empty where durations, sets, vague words and days of an unknown year date nothing.
std::string event_time(const Event& event, const Notes& notes);

}  // namespace coranto::record
