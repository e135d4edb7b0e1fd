// Bytes of a web page to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace coranto::intake {

// By byte order mark, else as `named` (the charset of an HTTP header, any label of the Encoding Standard; may be
// empty), else by what the page's first kilobyte declares, else as UTF-8 if it is valid, else as guessed from the bytes, else
// as windows-1252. Labels mean what browsers take them for: latin1 is windows-1252, UTF-16 in a declaration is UTF-8.
// What is broken in its charset becomes U+FFFD. Method: HTML Standard, "Determining the character encoding", with a
// guess (uchardet) as the last step but one.
std::string to_utf8(std::string_view page, std::string_view named);

// The same for XML: what its declaration says takes the place of what a page declares.
std::string xml_to_utf8(std::string_view xml, std::string_view named);

// Whether the bytes begin with a byte order mark of UTF-16.
bool is_utf16(std::string_view bytes);

}  // namespace coranto::intake
