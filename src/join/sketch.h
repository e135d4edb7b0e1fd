// A sketch: the hashes of some of a text's word shingles, by which two texts are compared without keeping either.
// All hashes below a bound are kept, the bound halved until at most `most_kept` are left (Irber et al., "Lightweight
// compositional analysis of metagenomes with FracMinHash", 2022); unlike plain MinHash this also tells how much of the
// shorter text the longer one holds.
#pragma once

#include <string_view>

#include "coranto/report.h"

namespace coranto::join {

inline constexpr size_t most_kept = 192;

// Of a text in normal form, in shingles of four words; a shorter text is one shingle.
Sketch sketch_of(std::string_view normal);

struct Likeness {
  double both = 0;     // shared shingles as a share of all of the two texts' shingles
  double shorter = 0;  // … of the text that has fewer
  double sizes = 0;    // shingles of the shorter text as a share of the longer one's
};

Likeness compare(const Sketch& a, const Sketch& b);

}  // namespace coranto::join
