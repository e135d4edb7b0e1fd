#include "intake/feed_date.h"

#include <array>
#include <cctype>
#include <cstdio>

#include "intake/text.h"

namespace coranto::intake {
namespace {

constexpr std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";

int taken_number(std::string_view& text) {
  int value = 0;
  size_t digits = 0;
  for (; digits < text.size() && digits < 4 && std::isdigit(static_cast<unsigned char>(text[digits])); ++digits)
    value = value * 10 + (text[digits] - '0');
  text.remove_prefix(digits);
  return digits ? value : -1;
}

void pass_blanks(std::string_view& text) {
  while (text.starts_with(' ') || text.starts_with('-')) text.remove_prefix(1);
}

// 1 to 12; 0 for none. The whole word is taken: some feeds write months out.
int taken_month(std::string_view& text) {
  std::string word;
  while (!text.empty() && std::isalpha(static_cast<unsigned char>(text[0]))) {
    word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    text.remove_prefix(1);
  }
  const size_t at = word.size() < 3 ? std::string_view::npos : months.find(word.substr(0, 3));
  return at == std::string_view::npos || at % 3 ? 0 : static_cast<int>(at / 3) + 1;
}

}  // namespace

std::string day_of(std::string_view date) {
  if (auto day = iso_day(date); !day.empty()) return day;
  if (const size_t comma = date.find(','); comma < 12) date.remove_prefix(comma + 1);
  pass_blanks(date);
  const int day = taken_number(date);
  pass_blanks(date);
  const int month = taken_month(date);
  pass_blanks(date);
  int year = taken_number(date);
  if (year >= 0 && year < 100) year += year < 50 ? 2000 : 1900;
  if (day < 1 || month == 0 || year < 1000) return {};
  std::array<char, 48> iso;
  std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02d", year, month, day);
  return iso_day(iso.data());
}

}  // namespace coranto::intake
