// Moments as markup writes them.
#pragma once

#include <string>
#include <string_view>

namespace coranto::intake {

struct Moment {
  std::string day;   // ISO day as written, in the zone of the stamp; empty where there is none
  std::string time;  // "2025-11-01T10:00:00+01:00", without zone where the stamp has none; empty where it has no hour
};

// Reads ISO 8601 ("2025-11-01T10:00:00.123Z", "2025/11/01 10:00 UTC", "20251101"), RFC 2822 ("Sat, 1 Nov 2025 10:00:00
// -0600") and English stamps ("November 1, 2025, 07:47 PM EST"). A year outside 1900 to 2100 is no date.
Moment moment_of(std::string_view stamp);

}  // namespace coranto::intake
