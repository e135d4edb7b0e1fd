// UTF-8: decoding, checking, counting. Bytes in, code points out; nothing here allocates but `valid`'s caller.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/span.h"

namespace coranto::utf8 {

struct Step {
  char32_t point = 0;
  uint32_t size = 1;  // bytes read; 1 with point U+FFFD where the bytes are no UTF-8
};

// The code point that begins at byte `at` (which must be < text.size()).
Step decode(std::string_view text, size_t at);

void append(std::string& out, char32_t point);

// Byte at which `text` stops being valid UTF-8, or npos.
size_t first_invalid(std::string_view text);

// `text` with U+FFFD for each byte that is no UTF-8.
std::string repaired(std::string_view text);

size_t count_points(std::string_view text);

// Carries byte spans of one text to code points. Building costs one pass; a look-up is constant for ASCII text and
// logarithmic otherwise.
class PointMap {
 public:
  explicit PointMap(std::string_view text);
  uint32_t point(uint32_t byte) const;
  Span points(Span bytes) const { return {point(bytes.begin), point(bytes.end)}; }

 private:
  std::vector<uint32_t> wide_;     // byte offset of each code point longer than one byte
  std::vector<uint32_t> surplus_;  // bytes beyond one a code point, summed up to and with that one
};

}  // namespace coranto::utf8
