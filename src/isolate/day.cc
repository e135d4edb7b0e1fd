#include "isolate/day.h"

#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "isolate/tables.h"

namespace coranto::isolate {
namespace {

int month_of(const std::string& word) {
  constexpr const char* months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  for (int i = 0; i < 12; ++i) {
    if (word.starts_with(months[i])) return i + 1;
  }
  return 0;
}

// Runs of letters and runs of digits.
std::vector<std::string> tokens(const std::string& text) {
  std::vector<std::string> out;
  char before = ' ';
  for (char c : text) {
    const bool digit = std::isdigit(static_cast<unsigned char>(c)),
               letter = std::isalpha(static_cast<unsigned char>(c));
    const bool goes_on = (digit && std::isdigit(static_cast<unsigned char>(before))) ||
                         (letter && std::isalpha(static_cast<unsigned char>(before)));
    if (digit || letter) {
      if (!goes_on) out.emplace_back();
      out.back() += c;
    }
    before = c;
  }
  return out;
}

}  // namespace

std::string iso_day(std::string_view stamp) {
  int year = 0, month = 0, day = 0;
  for (const auto& token : tokens(lower(stamp))) {
    if (!std::isdigit(static_cast<unsigned char>(token[0]))) {
      if (month == 0) month = month_of(token);
    } else if (token.size() == 4 && year == 0) {
      year = std::atoi(token.c_str());
    } else if (token.size() <= 2 && (month != 0 || year == 0) && day == 0) {
      day = std::atoi(token.c_str());
    } else if (token.size() <= 2 && month == 0) {
      month = std::atoi(token.c_str());
    }
  }
  if (year < 1600 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", year, month, day);
  return out.data();
}

}  // namespace coranto::isolate
