// Character classes and lower case as Python's str has them (isalpha, isspace, isupper, isdigit, lower).
// Over utf8proc's tables: letters newer than the Unicode of a given Python may differ, nothing else does.
#pragma once

#include <string>
#include <string_view>

namespace coranto::unicode {

bool is_alpha(char32_t point);  // general category L*
bool is_space(char32_t point);
bool is_upper(char32_t point);  // of a letter: an upper case one, not a title case one
bool is_digit(char32_t point);  // decimal digits, also raised, lowered and circled ones

// Full lower case: "İ" gives two code points, a final sigma its own form. Bytes that are no UTF-8 stay as they are.
void append_lower(std::string& out, std::string_view text);
std::string lower(std::string_view text);

// True if `text` is not empty and all its code points are such.
bool all_space(std::string_view text);
bool all_alpha(std::string_view text);

}  // namespace coranto::unicode
