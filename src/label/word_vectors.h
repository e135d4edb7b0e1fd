// Word vectors of a package ("static vectors"; en_core_web_md and _lg have them): vocab/vectors, a NumPy table that is
// used as it lies mapped, and vocab/key2row, which says the row of each word.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>

#include "base/mapped_file.h"
#include "coranto/result.h"

namespace coranto::label {

class WordVectors {
 public:
  // `folder`: the package. Fails with Code::model, also for tables of another kind than "default" (floret).
  static Result<WordVectors> open(const std::string& folder);

  uint32_t width() const { return width_; }

  // Copies the vector of the word with that id; false where it has none.
  bool copy(uint64_t orth, float* out) const;

 private:
  WordVectors(MappedFile file, uint32_t width) : file_(std::move(file)), width_(width) {}

  MappedFile file_;
  uint32_t width_ = 0;
  const char* floats_ = nullptr;
  boost::unordered_flat_map<uint64_t, uint32_t> rows_;
};

}  // namespace coranto::label
