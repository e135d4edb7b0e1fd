#include "excerpt.h"

#include <algorithm>

#include "base/columns.h"

namespace coranto::programs {
namespace {

constexpr std::string_view blanks = " \n\t";

size_t count(std::string_view text, std::string_view mark) {
  size_t found = 0;
  for (size_t at = 0; (at = text.find(mark, at)) != std::string_view::npos; at += mark.size()) ++found;
  return found;
}

// Where the last word that ends within `columns` ends; the end of the text if it all fits.
size_t end_within(std::string_view text, size_t columns) {
  size_t end = 0, used = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t stop = std::min(text.find_first_of(blanks, at), text.size());
    used += utf8::columns(text.substr(at, stop - at)) + 1;
    if (used > columns + 1 && end > 0) return end;
    end = stop;
    at = std::min(text.find_first_not_of(blanks, stop), text.size());
  }
  return text.size();
}

}  // namespace

std::string beginning(std::string_view text, size_t columns) {
  const size_t end = end_within(text, columns);
  return std::string(text.substr(0, end)) + (end < text.size() ? " …" : "");
}

Span around(std::string_view text, Span whole, Span kept, size_t columns) {
  const size_t all = utf8::columns(whole.of(text));
  if (all <= columns) return whole;
  const size_t room = columns - std::min(columns, utf8::columns(kept.of(text)));
  const Span before{whole.begin, kept.begin}, after{kept.end, whole.end};
  const size_t left = utf8::columns(before.of(text)), right = utf8::columns(after.of(text));
  const size_t share = left + right <= room ? left
                       : left < room / 2    ? left
                       : right < room / 2   ? room - right
                                            : room / 2;
  Span cut = whole;
  if (share < left) {  // words from the right end of `before`
    const std::string_view words = before.of(text);
    size_t at = words.size() - std::min<size_t>(words.size(), share);
    at = std::min(words.find_first_of(blanks, at), words.size() - 1) + 1;
    cut.begin = before.begin + static_cast<uint32_t>(at);
  }
  cut.end = kept.end + static_cast<uint32_t>(end_within(after.of(text), room - share));
  return cut;
}

std::string balanced(std::string text) {
  const size_t opening = count(text, "“"), closing = count(text, "”");
  if (opening > closing) return text + "”";
  if (closing > opening) return "“" + text;
  return count(text, "\"") % 2 ? text + '"' : text;
}

}  // namespace coranto::programs
