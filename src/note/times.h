// When: time expressions of a document, worked out from the text and the day of publication.
//
// Values are ISO days, months, years, intervals (weeks Monday/Sunday, weekends Saturday/Sunday, decades) and, beyond
// ISO, those of TIMEX3: "2025-Q3", "2025-SU", "2025-10-31TNI", durations "P3M", sets "XXXX-WXX-5", and PAST_REF,
// PRESENT_REF, FUTURE_REF for words that date nothing. "XXXX-01-23" is a day of an unknown year.
#pragma once

#include <string_view>
#include <vector>

#include "coranto/document.h"
#include "coranto/notes.h"
#include "note/time_words.h"

namespace coranto::note {

// In text order, without overlaps. `published`: ISO day, empty if unknown: then `value` stays empty where the
// expression hangs on it, and `symbolic` says how ("P-1D", "P-thu"). Linear in the number of tokens.
std::vector<Time> find_times(const Document& document, std::string_view published, const TimeTables& tables);

}  // namespace coranto::note
