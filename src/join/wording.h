// The wording of a text: its words in their order, each as a hash of 16 bits. Two texts are compared by their wordings,
// so that neither need be kept. Words of digits alone hash to `first_number` and above, all others below it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "coranto/report.h"

namespace coranto::join {

// A wording, or a stretch of one.
using Words = std::span<const uint16_t>;

inline constexpr uint16_t first_number = 0xF000;
inline bool is_number(uint16_t word) { return word >= first_number; }

// More words than this are left out; no report is so long.
inline constexpr size_t most_words = 4096;

// Of a text in normal form. Where a script puts no spaces between words (Han, kana, Thai, Lao, Khmer, Burmese) each
// letter with its two followers stands for a word.
Wording wording_of(std::string_view normal);

// Three words in a row, the unit in which wordings are compared: short enough to survive between misread words, long
// enough to be rare.
using Triple = uint64_t;
inline constexpr size_t triple_words = 3;

inline Triple triple_at(Words wording, size_t at) {
  return uint64_t{wording[at]} << 32 | uint64_t{wording[at + 1]} << 16 | wording[at + 2];
}
inline size_t triples_of(Words wording) {
  return wording.size() < triple_words ? 0 : wording.size() - triple_words + 1;
}

// 32 well-mixed bits of a triple.
uint32_t key_of(Triple triple);

// The smallest keys of a wording, ascending, each once: those by which it is found again (bottom-k sketch: Cohen,
// Kaplan, "Summarizing data using bottom-k sketches", 2007).
std::vector<uint32_t> keys_of(Words wording);
inline constexpr size_t most_keys = 64;

}  // namespace coranto::join
