// Reports by their weightiest terms: those that may be of one story with a new one are found without looking at others.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <vector>

#include "coranto/gist.h"

namespace coranto::pool {

// Memory: some 8 bytes a key of a report. Cost of a look-up: the keys' lists, each of at most `longest_list`.
class TermIndex {
 public:
  // Reports are numbered as they are added, from 0.
  void add(const Gist& gist);

  // Reports that have at least `least_shared` keys in common with this one, ascending; of a key that very many have,
  // those that were added last.
  std::vector<uint32_t> candidates(const Gist& gist) const;

  static constexpr size_t most_keys = 16;
  static constexpr size_t least_shared = 2;
  static constexpr size_t longest_list = 512;

 private:
  boost::unordered_flat_map<uint32_t, std::vector<uint32_t>> lists_;
  uint32_t reports_ = 0;
};

}  // namespace coranto::pool
