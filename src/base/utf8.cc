#include "base/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace coranto::utf8 {
namespace {

constexpr Step broken{0xFFFD, 1};

// The first byte at or after `at` that is not ASCII; the end of the text if there is none. Eight bytes at a time.
size_t after_ascii(std::string_view text, size_t at) {
  for (uint64_t eight; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (eight & 0x8080808080808080u) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// Shortest form only, no surrogates, nothing above U+10FFFF.
bool well_formed(char32_t point, uint32_t size) {
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  return point >= least[size] && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

}  // namespace

Step decode(std::string_view text, size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return broken;
  char32_t point = lead & (0xFF >> (size + 1));
  for (uint32_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if (!continues(byte)) return broken;
    point = point << 6 | (byte & 0x3F);
  }
  return well_formed(point, size) ? Step{point, size} : broken;
}

void append(std::string& out, char32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | point >> 6);
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0 | point >> 12);
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | point >> 18);
    out += static_cast<char>(0x80 | (point >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

size_t first_invalid(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    at = after_ascii(text, at);
    if (at == text.size()) break;
    const Step step = decode(text, at);
    if (step.point == 0xFFFD && step.size == 1) return at;
    at += step.size;
  }
  return std::string_view::npos;
}

std::string repaired(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const Step step = decode(text, at);
    append(out, step.point);
    at += step.size;
  }
  return out;
}

size_t count_points(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues(static_cast<unsigned char>(c)); }));
}

PointMap::PointMap(std::string_view text) {
  uint32_t surplus = 0;
  for (size_t at = 0; at < text.size();) {
    const Step step = decode(text, at);
    if (step.size > 1) {
      wide_.push_back(static_cast<uint32_t>(at));
      surplus_.push_back(surplus += step.size - 1);
    }
    at += step.size;
  }
}

uint32_t PointMap::point(uint32_t byte) const {
  const auto after = std::lower_bound(wide_.begin(), wide_.end(), byte);
  return after == wide_.begin() ? byte : byte - surplus_[static_cast<size_t>(after - wide_.begin()) - 1];
}

}  // namespace coranto::utf8
