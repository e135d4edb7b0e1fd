#include "base/hash.h"

#include <xxhash.h>

namespace coranto {

uint64_t hash64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::string hex16(uint64_t value) {
  std::string out(16, '0');
  for (size_t i = 16; i-- > 0; value >>= 4) out[i] = "0123456789abcdef"[value & 15];
  return out;
}

std::string hashed_id(char letter, std::initializer_list<std::string_view> fields) {
  std::string joined;
  for (const std::string_view field : fields) {
    joined += std::to_string(field.size());
    joined += ':';
    joined += field;
  }
  return std::string(1, letter) + '-' + hex16(hash64(joined));
}

}  // namespace coranto
