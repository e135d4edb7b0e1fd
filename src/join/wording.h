// The wording of a text: its words in their order, each as a hash of 16 bits. Two texts are compared by their wordings,
// so that neither need be kept.
#pragma once

#include <string_view>
#include <vector>

#include "coranto/report.h"

namespace coranto::join {

// More words than this are left out; no report is so long.
inline constexpr size_t most_words = 4096;

// Of a text in normal form. Where a script puts no spaces between words (Han, kana, Thai, Lao, Khmer, Burmese) each
// letter with its two followers stands for a word.
Wording wording_of(std::string_view normal);

// Three words in a row, the unit in which wordings are compared: short enough to survive between misread words, long
// enough to be rare.
using Triple = uint64_t;
inline constexpr size_t triple_words = 3;

inline Triple triple_at(const Wording& wording, size_t at) {
  return uint64_t{wording[at]} << 32 | uint64_t{wording[at + 1]} << 16 | wording[at + 2];
}
inline size_t triples_of(const Wording& wording) {
  return wording.size() < triple_words ? 0 : wording.size() - triple_words + 1;
}

// 32 well-mixed bits of a triple.
uint32_t key_of(Triple triple);

// The smallest keys of a wording, ascending, each once: those by which it is found again (bottom-k sketch: Cohen,
// Kaplan, "Summarizing data using bottom-k sketches", 2007).
std::vector<uint32_t> keys_of(const Wording& wording);
inline constexpr size_t most_keys = 64;

}  // namespace coranto::join
