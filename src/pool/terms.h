// Terms of a report while they are counted.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string_view>
#include <vector>

#include "coranto/gist.h"
#include "coranto/span.h"

namespace coranto::pool {

enum class Sort { name, place, word };

class Terms {
 public:
  explicit Terms(std::string_view title);

  // One mention of `form` at `at`; `weight` is what a single mention counts.
  void add(Sort sort, std::string_view form, double weight, Span at);

  // Of each sort the weightiest, all of them ascending.
  Gist gist() const;

 private:
  struct Term {
    Sort sort;
    double weight, count;
  };

  boost::unordered_flat_map<uint32_t, Term> terms_;  // by key
  std::vector<uint64_t> title_;                      // hashes of its words
};

// The parts of a term of a gist. The highest bit of a key tells words from names and places.
inline uint32_t key_of(uint32_t term) { return term >> 8; }
inline uint32_t weight_of(uint32_t term) { return term & 0xFF; }
inline bool is_word(uint32_t term) { return term >> 31; }

}  // namespace coranto::pool
