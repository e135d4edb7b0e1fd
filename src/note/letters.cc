#include "note/letters.h"

#include <algorithm>

namespace coranto::note {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
char small(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }

}  // namespace

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = small(c);
  return out;
}

std::string calmed(std::string_view text) {
  std::string out;
  bool inside = false;
  for (char c : text) {
    out += inside ? small(c) : c;
    inside = is_upper(c) || is_small(c);
  }
  return out;
}

bool has_small_letter(std::string_view text) { return std::any_of(text.begin(), text.end(), is_small); }

bool upper_first(std::string_view text) {
  return !text.empty() && (is_upper(text[0]) || static_cast<unsigned char>(text[0]) >= 0x80);
}

bool upper_first_latin(std::string_view text) {
  const auto c = static_cast<unsigned char>(text.empty() ? ' ' : text[0]);
  return (c >= 'A' && c <= 'Z') || (c >= 0xC3 && c <= 0xC5);
}

}  // namespace coranto::note
