// How much a word says about what a report is about: a word that any report may have says nothing.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "coranto/result.h"

namespace coranto::pool {

class WordWeights {
 public:
  // From words.tsv, see its head. Fails with file and line where a row is broken.
  static Result<WordWeights> read(const std::string& path);

  static constexpr double rarest = 8;

  // 0 to `rarest`; `rarest` for a word that the table lacks. In lower case.
  double of(std::string_view word) const;
  bool knows(std::string_view word) const;

 private:
  boost::unordered_flat_map<uint64_t, float> weights_;
};

}  // namespace coranto::pool
