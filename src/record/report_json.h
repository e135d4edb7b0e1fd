// The outward format `coranto-report/1`: one JSON object a report.
#pragma once

#include <string>

#include "coranto/notes.h"
#include "coranto/report.h"

namespace coranto::record {

// One line of JSON without line end. Spans are carried from bytes to code points of the report's text.
std::string report_json(const Report& report, const Notes& notes);

}  // namespace coranto::record
