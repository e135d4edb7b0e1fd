#include "note/calendar.h"

#include <cstdio>

namespace coranto::note {
namespace {

int digits(std::string_view text) {
  int number = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

int64_t number_of(Day d) {
  const int64_t y = d.month <= 2 ? d.year - 1 : d.year;
  const int64_t era = (y >= 0 ? y : y - 399) / 400;
  const int64_t of_era = y - era * 400;
  const int64_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Day day_of(int64_t number) {
  number += 719468;
  const int64_t era = (number >= 0 ? number : number - 146096) / 146097;
  const int64_t of_era = number - era * 146097;
  const int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const int64_t month = (5 * of_year + 2) / 153;
  Day d;
  d.day = static_cast<int>(of_year - (153 * month + 2) / 5 + 1);
  d.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  d.year = static_cast<int>(year + era * 400 + (d.month <= 2 ? 1 : 0));
  return d;
}

int weekday_of(int64_t number) { return static_cast<int>(((number + 3) % 7 + 7) % 7) + 1; }

int days_in(int year, int month) {
  static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[month - 1];
}

bool parse_iso(std::string_view text, Day& d) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
  d = {digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2))};
  return d.year >= 0 && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= days_in(d.year, d.month);
}

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

std::string iso_month(int year, int month) {
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d", year, month);
  return text;
}

std::string iso(Day d) { return iso_month(d.year, d.month) + '-' + two_digits(d.day); }
std::string iso(int64_t number) { return iso(day_of(number)); }

}  // namespace coranto::note
