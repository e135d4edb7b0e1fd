// Texts in formats of one token a line.
#pragma once

#include <string>
#include <string_view>

namespace coranto::label {

// `text` with "\n", "\r", and "\u2028" and the like, in place of whatever some reader would take for the end of a line.
void append_in_line(std::string& out, std::string_view text);

// White space in one visible piece: "\s" and "\t" besides. Other text as it is: a token with letters holds no line ends.
void append_visible(std::string& out, std::string_view text);

}  // namespace coranto::label
