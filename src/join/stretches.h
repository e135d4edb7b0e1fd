// What two wordings have in common: stretches in which the words of one run along those of the other, few misread, cut
// or added.
//
// Triples that stand in both are the seeds. Seeds that follow each other in both, close by and at nearly the same
// distance, make a chain; a chain of enough seeds is a stretch. Strangers share scattered triples, never chains, and a
// text of which every second word is misread still has a seed every dozen words.
#pragma once

#include <array>
#include <vector>

#include "join/wording.h"

namespace coranto::join {

// Words [begin, end) of the one, [other_begin, other_end) of the other.
struct Stretch {
  uint32_t begin, end, other_begin, other_end;
};

// One wording made ready to be compared with many.
class Seeds {
 public:
  // The wording must outlive it.
  explicit Seeds(Words wording);

  // The stretches that `other` has in common with it, in order of their begin in `other`. Cost: the length of `other`.
  std::vector<Stretch> common(Words other) const;

 private:
  static constexpr size_t most_places = 4;  // a triple that stands more often in one text is a refrain, no seed
  static constexpr uint16_t none = UINT16_MAX;

  static size_t slot_of(Triple triple) { return key_of(triple) % most_words; }
  std::span<const uint16_t> places(Triple triple, std::array<uint16_t, most_places + 1>& found) const;

  // Chains of the places whose triples fall into one slot.
  Words wording_;
  std::array<uint16_t, most_words> first_;
  std::vector<uint16_t> next_;
};

// The words of a text of `words` that lie in the stretches, as a share; of the one, or of the other.
double covered(const std::vector<Stretch>& stretches, size_t words);
double covered_of_other(const std::vector<Stretch>& stretches, size_t words);

}  // namespace coranto::join
