#include "base/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace coranto::unicode {
namespace {

struct Range {
  char32_t first, last;
};

// Numeric_Type=Digit outside category Nd (DerivedNumericType.txt); utf8proc does not carry it.
constexpr Range digits[] = {{0xB2, 0xB3},       {0xB9, 0xB9},       {0x1369, 0x1371},   {0x19DA, 0x19DA},
                            {0x2070, 0x2070},   {0x2074, 0x2079},   {0x2080, 0x2089},   {0x2460, 0x2468},
                            {0x2474, 0x247C},   {0x2488, 0x2490},   {0x24EA, 0x24EA},   {0x24F5, 0x24FD},
                            {0x24FF, 0x24FF},   {0x2776, 0x277E},   {0x2780, 0x2788},   {0x278A, 0x2792},
                            {0x10A40, 0x10A43}, {0x10E60, 0x10E68}, {0x11052, 0x1105A}, {0x1F100, 0x1F10A}};

// Word_Break = MidLetter, MidNumLet or Single_Quote: Case_Ignorable beyond what the general category tells.
constexpr char32_t middles[] = {0x27,   0x2E,   0x3A,   0xB7,   0x387,  0x55F,  0x5F4,  0x2018, 0x2019,
                                0x2024, 0x2027, 0xFE13, 0xFE52, 0xFE55, 0xFF07, 0xFF0E, 0xFF1A};

// Other_Lowercase and Other_Uppercase that are no letters, and those letters whose category does not show case.
constexpr Range cased_others[] = {{0xAA, 0xAA},       {0xBA, 0xBA},       {0x2B0, 0x2B8},     {0x2C0, 0x2C1},
                                  {0x2E0, 0x2E4},     {0x345, 0x345},     {0x37A, 0x37A},     {0x10FC, 0x10FC},
                                  {0x1D2C, 0x1D6A},   {0x1D78, 0x1D78},   {0x1D9B, 0x1DBF},   {0x2071, 0x2071},
                                  {0x207F, 0x207F},   {0x2090, 0x209C},   {0x2160, 0x217F},   {0x24B6, 0x24E9},
                                  {0x2C7C, 0x2C7D},   {0xA69C, 0xA69D},   {0xA770, 0xA770},   {0xA7F2, 0xA7F4},
                                  {0xA7F8, 0xA7F9},   {0xAB5C, 0xAB5F},   {0xAB69, 0xAB69},   {0x10780, 0x10780},
                                  {0x10783, 0x10785}, {0x10787, 0x107B0}, {0x107B2, 0x107BA}, {0x1E030, 0x1E06D},
                                  {0x1F130, 0x1F149}, {0x1F150, 0x1F169}, {0x1F170, 0x1F189}};

template <size_t n>
bool among(const Range (&ranges)[n], char32_t point) {
  const Range* at = std::upper_bound(std::begin(ranges), std::end(ranges), point,
                                     [](char32_t p, const Range& range) { return p < range.first; });
  return at != std::begin(ranges) && point <= std::prev(at)->last;
}

utf8proc_category_t category(char32_t point) { return utf8proc_category(static_cast<utf8proc_int32_t>(point)); }

bool is_cased(char32_t point) {
  const auto c = category(point);
  return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LL || c == UTF8PROC_CATEGORY_LT ||
         among(cased_others, point);
}

bool is_case_ignorable(char32_t point) {
  const auto c = category(point);
  return c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_ME || c == UTF8PROC_CATEGORY_CF ||
         c == UTF8PROC_CATEGORY_LM || c == UTF8PROC_CATEGORY_SK ||
         std::binary_search(std::begin(middles), std::end(middles), point);
}

// Unicode's Final_Sigma: a cased letter before, none after, case-ignorable ones skipped.
bool is_final_sigma(std::string_view text, size_t at, uint32_t size) {
  bool before = false;
  for (size_t i = 0; i < at;) {
    const auto step = utf8::decode(text, i);
    if (!is_case_ignorable(step.point)) before = is_cased(step.point);
    i += step.size;
  }
  if (!before) return false;
  for (size_t i = at + size; i < text.size();) {
    const auto step = utf8::decode(text, i);
    if (!is_case_ignorable(step.point)) return !is_cased(step.point);
    i += step.size;
  }
  return true;
}

template <typename Test>
bool all(std::string_view text, Test test) {
  for (size_t at = 0; at < text.size();) {
    const auto step = utf8::decode(text, at);
    if (!test(step.point)) return false;
    at += step.size;
  }
  return !text.empty();
}

}  // namespace

bool is_alpha(char32_t point) {
  if (point < 0x80) return (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
  const auto c = category(point);
  return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

bool is_space(char32_t point) {
  if (point < 0x80) return (point >= 0x9 && point <= 0xD) || (point >= 0x1C && point <= 0x20);
  if (point < 0x1680) return point == 0x85 || point == 0xA0;
  return point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 ||
         point == 0x202F || point == 0x205F || point == 0x3000;
}

bool is_upper(char32_t point) {
  if (point < 0x80) return point >= 'A' && point <= 'Z';
  return category(point) == UTF8PROC_CATEGORY_LU;
}

bool is_digit(char32_t point) {
  if (point < 0x80) return point >= '0' && point <= '9';
  return category(point) == UTF8PROC_CATEGORY_ND || among(digits, point);
}

void append_lower(std::string& out, std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const auto step = utf8::decode(text, at);
    if (step.point < 0x80) {
      out += static_cast<char>(step.point >= 'A' && step.point <= 'Z' ? step.point + 32 : step.point);
    } else if (step.size == 1) {
      out += text[at];
    } else if (step.point == 0x130) {
      out += "i\u0307";
    } else if (step.point == 0x3A3) {
      out += is_final_sigma(text, at, step.size) ? "\u03C2" : "\u03C3";
    } else {
      utf8::append(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(step.point))));
    }
    at += step.size;
  }
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_lower(out, text);
  return out;
}

bool all_space(std::string_view text) { return all(text, is_space); }
bool all_alpha(std::string_view text) { return all(text, is_alpha); }

}  // namespace coranto::unicode
