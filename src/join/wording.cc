#include "join/wording.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/utf8.h"

namespace coranto::join {
namespace {

struct Range {
  char32_t first, last;
};

// Scripts without spaces between words (Unicode, Blocks.txt).
constexpr std::array<Range, 9> unspaced = {{{0x0E00, 0x0EFF},
                                            {0x1000, 0x109F},
                                            {0x1780, 0x17FF},
                                            {0x3040, 0x30FF},
                                            {0x31F0, 0x31FF},
                                            {0x3400, 0x4DBF},
                                            {0x4E00, 0x9FFF},
                                            {0xF900, 0xFAFF},
                                            {0x20000, 0x323AF}}};

bool is_unspaced(char32_t point) {
  if (point < unspaced.front().first) return false;
  return std::any_of(unspaced.begin(), unspaced.end(),
                     [&](const Range& range) { return point >= range.first && point <= range.last; });
}

bool is_digits(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

uint16_t print_of(std::string_view word) {
  const uint64_t hash = hash64(word) >> 32;
  if (is_digits(word)) return static_cast<uint16_t>(first_number + (hash * (0x10000 - first_number) >> 32));
  return static_cast<uint16_t>(hash * first_number >> 32);
}

// Where the letter at `at` and its two followers in one word end.
size_t end_of_three(std::string_view word, size_t at) {
  for (int i = 0; i < 3 && at < word.size(); ++i) at += utf8::decode(word, at).size;
  return at;
}

bool is_ascii(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

void add_word(std::string_view word, Wording& out) {
  if (!word.empty() && is_ascii(word)) return out.push_back(print_of(word));
  size_t spaced = 0;  // where a run of letters of a spaced script began
  const auto close = [&](size_t end) {
    if (end > spaced) out.push_back(print_of(word.substr(spaced, end - spaced)));
  };
  for (size_t at = 0; at < word.size();) {
    const auto step = utf8::decode(word, at);
    if (is_unspaced(step.point)) {
      close(at);
      out.push_back(print_of(word.substr(at, end_of_three(word, at) - at)));
      spaced = at + step.size;
    }
    at += step.size;
  }
  close(word.size());
}

}  // namespace

Wording wording_of(std::string_view normal) {
  Wording out;
  for (size_t at = 0; at < normal.size() && out.size() < most_words;) {
    const size_t end = std::min(normal.find(' ', at), normal.size());
    add_word(normal.substr(at, end - at), out);
    at = end + 1;
  }
  out.resize(std::min(out.size(), most_words));
  out.shrink_to_fit();
  return out;
}

// The finalizer of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
uint32_t key_of(Triple triple) {
  triple = (triple ^ triple >> 30) * 0xBF58476D1CE4E5B9;
  triple = (triple ^ triple >> 27) * 0x94D049BB133111EB;
  return static_cast<uint32_t>((triple ^ triple >> 31) >> 32);
}

std::vector<uint32_t> keys_of(Words wording) {
  std::vector<uint32_t> keys;
  keys.reserve(triples_of(wording));
  for (size_t at = 0; at < triples_of(wording); ++at) keys.push_back(key_of(triple_at(wording, at)));
  // Some may be equal: then more are looked at.
  for (size_t few = std::min(keys.size(), 2 * most_keys);; few = keys.size()) {
    std::nth_element(keys.begin(), keys.begin() + static_cast<ptrdiff_t>(few), keys.end());
    std::vector<uint32_t> least(keys.begin(), keys.begin() + static_cast<ptrdiff_t>(few));
    std::sort(least.begin(), least.end());
    least.erase(std::unique(least.begin(), least.end()), least.end());
    if (least.size() < most_keys && few < keys.size()) continue;
    least.resize(std::min(least.size(), most_keys));
    return least;
  }
}

}  // namespace coranto::join
