// Whether of two texts one is made from the other, judged by the stretches that they have in common.
#pragma once

#include "join/stretches.h"

namespace coranto::join {

// Two texts, by what they share.
struct Pairing {
  std::vector<Stretch> stretches;  // of the one and the other
  size_t words, other_words;
  double part, other_part;  // share of each that lies in the stretches

  double strength() const { return part + other_part; }
};

Pairing pairing_of(std::vector<Stretch> stretches, size_t words, size_t other_words);

// One is made from the other: cut, thinned, misread, with another lead or paragraphs of its own. A text that another
// took in somewhere in its midst is no copy of it, nor is what is shared too little to tell.
bool is_copy(const Pairing& pairing);

// Most of both, so that nothing else need be asked.
bool is_plain_copy(const Pairing& pairing);

// The shorter one stands whole and in one piece in the longer one; where, in words of the longer one.
struct Inset {
  bool whole;
  uint32_t begin, end;
};
Inset inset_of(const Pairing& pairing);

}  // namespace coranto::join
