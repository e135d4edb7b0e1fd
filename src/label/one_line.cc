#include "label/one_line.h"

#include <cstdio>

#include "base/unicode.h"
#include "base/utf8.h"

namespace coranto::label {
namespace {

// Code points at which some reader would end a line.
bool ends_line(char32_t point) {
  return (point >= 0xA && point <= 0xD) || (point >= 0x1C && point <= 0x1E) || point == 0x85 || point == 0x2028 ||
         point == 0x2029;
}

void append_line_end(std::string& out, char32_t point) {
  if (point == '\n' || point == '\r') {
    out += point == '\n' ? "\\n" : "\\r";
    return;
  }
  char escaped[8];
  std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(point));
  out += escaped;
}

}  // namespace

void append_in_line(std::string& out, std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const auto [point, size] = utf8::decode(text, at);
    if (ends_line(point))
      append_line_end(out, point);
    else
      out += text.substr(at, size);
    at += size;
  }
}

void append_visible(std::string& out, std::string_view text) {
  if (!unicode::all_space(text)) {
    out += text;
    return;
  }
  for (size_t at = 0; at < text.size();) {
    const auto [point, size] = utf8::decode(text, at);
    if (point == ' ' || point == '\t')
      out += point == ' ' ? "\\s" : "\\t";
    else
      append_in_line(out, text.substr(at, size));
    at += size;
  }
}

}  // namespace coranto::label
