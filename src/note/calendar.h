// The Gregorian calendar: days as numbers since 1970-01-01 and back, and their ISO forms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace coranto::note {

struct Day {
  int year = 0, month = 0, day = 0;  // month and day from 1
};

// Howard Hinnant's days_from_civil and its inverse.
int64_t number_of(Day day);
Day day_of(int64_t number);

int weekday_of(int64_t number);  // 1 Monday to 7 Sunday
int days_in(int year, int month);

// False if `iso` is no day "YYYY-MM-DD" of the calendar.
bool parse_iso(std::string_view iso, Day& day);

std::string iso(Day day);  // "2025-10-31"
std::string iso(int64_t number);
std::string iso_month(int year, int month);  // "2025-10"
std::string two_digits(int number);

}  // namespace coranto::note
