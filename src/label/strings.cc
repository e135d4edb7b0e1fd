#include "label/strings.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <vector>

namespace coranto::label {
namespace {

struct Symbol {
  std::string_view name;
  uint64_t id;
};

constexpr Symbol symbols[] = {
#include "label/symbols.inc"
};

constexpr uint64_t multiplier = 0xc6a4a7935bd1e995ULL;

uint64_t mixed(uint64_t word) {
  word *= multiplier;
  word ^= word >> 47;
  return word * multiplier;
}

// The reserved names in order, and the length of the longest.
struct Reserved {
  std::vector<Symbol> sorted{std::begin(symbols), std::end(symbols)};
  size_t longest = 0;
  Reserved() {
    std::sort(sorted.begin(), sorted.end(), [](const Symbol& a, const Symbol& b) { return a.name < b.name; });
    for (const Symbol& symbol : sorted) longest = std::max(longest, symbol.name.size());
  }
};

}  // namespace

uint64_t string_hash(std::string_view text) {
  uint64_t hash = 1 ^ (text.size() * multiplier);
  while (text.size() >= 8) {
    uint64_t word;
    std::memcpy(&word, text.data(), 8);
    hash = (hash ^ mixed(word)) * multiplier;
    text.remove_prefix(8);
  }
  if (!text.empty()) {
    uint64_t word = 0;
    std::memcpy(&word, text.data(), text.size());
    hash = (hash ^ word) * multiplier;
  }
  hash ^= hash >> 47;
  hash *= multiplier;
  return hash ^ hash >> 47;
}

uint64_t string_id(std::string_view text) {
  static const Reserved reserved;
  if (text.empty()) return 0;
  if (text.size() <= reserved.longest) {
    const auto at = std::lower_bound(reserved.sorted.begin(), reserved.sorted.end(), text,
                                     [](const Symbol& symbol, std::string_view name) { return symbol.name < name; });
    if (at != reserved.sorted.end() && at->name == text) return at->id;
  }
  return string_hash(text);
}

}  // namespace coranto::label
