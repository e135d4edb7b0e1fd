// Dates as feeds write them.
#pragma once

#include <string>
#include <string_view>

namespace coranto::intake {

// The ISO day of "2025-11-01T08:00:00Z" and of "Sat, 01 Nov 2025 08:00:00 GMT" (RFC 822), as written, in its own time
// zone; empty if it is neither.
std::string day_of(std::string_view date);

}  // namespace coranto::intake
