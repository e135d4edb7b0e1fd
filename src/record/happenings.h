// Gathers events of several reports that tell the same act into happenings, and reports into stories.
#pragma once

#include "base/database.h"
#include "coranto/result.h"

namespace coranto::record {

// Brings `happenings` and `stories` up to date with the reports added after the change `since`: works out anew those to
// which a new event or report is linked. To be called inside a transaction. The outcome depends neither on the order in
// which reports were read nor on how often this was called.
Result<void> gather(Database& database, int64_t since);

}  // namespace coranto::record
