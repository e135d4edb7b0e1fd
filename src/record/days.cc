#include "record/days.h"

#include <charconv>
#include <chrono>

namespace coranto::record {
namespace {

using Days = std::pair<int32_t, int32_t>;

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

int32_t count(std::chrono::year_month_day day) {
  return static_cast<int32_t>(std::chrono::sys_days(day).time_since_epoch().count());
}

std::optional<Days> one(std::string_view value) {
  using namespace std::chrono;
  value = value.substr(0, value.find('T'));
  const bool shaped = (value.size() == 4 || value.size() == 7 || value.size() == 10) &&
                      (value.size() < 7 || value[4] == '-') && (value.size() < 10 || value[7] == '-');
  if (!shaped) return std::nullopt;
  const auto y = digits(value.substr(0, 4));
  const auto m = value.size() > 4 ? digits(value.substr(5, 2)) : 1;
  const auto d = value.size() > 7 ? digits(value.substr(8, 2)) : 1;
  if (!y || !m || !d) return std::nullopt;
  const year_month_day first{year(static_cast<int>(*y)), month(*m), day(*d)};
  if (!first.ok()) return std::nullopt;
  if (value.size() == 10) return Days{count(first), count(first)};
  const auto last_month = value.size() == 7 ? first.month() : December;
  return Days{count(first), count(year_month_day(first.year() / last_month / std::chrono::last))};
}

}  // namespace

std::optional<Days> days_of(std::string_view value) {
  const size_t slash = value.find('/');
  const auto first = one(value.substr(0, slash));
  if (slash == std::string_view::npos || !first) return first;
  const auto last = one(value.substr(slash + 1));
  if (!last || last->second < first->first) return std::nullopt;
  return Days{first->first, last->second};
}

std::string event_time(const Event& event, const Notes& notes) {
  if (event.time < 0) return "";
  const Time& time = notes.times[static_cast<size_t>(event.time)];
  if (time.type == TimeType::duration || time.type == TimeType::set) return "";
  if (time.value.empty()) return time.symbolic;
  const bool dated = time.value[0] >= '0' && time.value[0] <= '9';
  return dated ? time.value.substr(0, time.value.find('T')) : "";
}

}  // namespace coranto::record
