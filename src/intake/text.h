// Bytes that are to be plain text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "coranto/result.h"

namespace coranto::intake {

// Whether it is empty or holds nothing but white space.
bool is_blank(std::string_view text);

// Fails unless `bytes` are UTF-8 text with something in it: where they are empty, binary, or broken, or a line is
// longer than `longest_line`. `where` names the input in errors.
Result<void> check_text(std::string_view bytes, size_t longest_line, const std::string& where);

// Fails where `bytes` hold NUL or mostly control characters, or are UTF-16.
Result<void> check_binary(std::string_view bytes, const std::string& where);

// Without byte order mark, all line ends made "\n".
std::string with_plain_line_ends(std::string_view text);

// The day of "2025-11-01" or "2025-11-01T10:00:00Z"; empty if `text` does not begin with one.
std::string iso_day(std::string_view text);

}  // namespace coranto::intake
