#include "pool/day.h"

#include <charconv>
#include <chrono>

namespace coranto::pool {
namespace {

bool read(std::string_view digits, int& value) {
  return std::from_chars(digits.begin(), digits.end(), value).ptr == digits.end() && !digits.empty();
}

}  // namespace

Day day_of(std::string_view iso) {
  int year = 0, month = 0, day = 0;
  if (iso.size() != 10 || !read(iso.substr(0, 4), year) || !read(iso.substr(5, 2), month) || !read(iso.substr(8), day))
    return {};
  const auto date = std::chrono::year(year) / month / day;
  if (!date.ok()) return {};
  return static_cast<int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

}  // namespace coranto::pool
