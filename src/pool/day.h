// Days as numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace coranto::pool {

using Day = std::optional<int32_t>;  // since 1970-01-01

// Of an ISO day; none where it is empty or no day.
Day day_of(std::string_view iso);

}  // namespace coranto::pool
