// Gathers events of several reports that tell the same act into happenings, and reports into stories.
#pragma once

#include "base/database.h"
#include "coranto/result.h"

namespace coranto::record {

// Replaces the rows of `happenings` and `stories` by those that follow from all reports and events. To be called inside
// a transaction. The outcome does not depend on the order in which reports were read.
Result<void> gather(Database& database);

}  // namespace coranto::record
