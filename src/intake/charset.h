// Bytes of a web page to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace coranto::intake {

// By byte order mark, else by what the page's first kilobyte declares, else as UTF-8 if it is valid, else as guessed
// from the bytes, else as windows-1252. What is broken in its charset becomes U+FFFD. Method: HTML Standard,
// "Determining the character encoding", with a guess (uchardet) as the last step but one.
std::string to_utf8(std::string_view page);

}  // namespace coranto::intake
