// Word vectors of a package ("static vectors"; en_core_web_md and _lg have them): vocab/vectors, a NumPy table that is
// used as it lies mapped, and vocab/key2row, which says the row of each word.
#pragma once

#include <cstdint>
#include <string>

#include "base/mapped_file.h"
#include "coranto/result.h"
#include "label/row_index.h"

namespace coranto::label {

class WordVectors {
 public:
  // `folder`: the package. Fails with Code::model, also for tables of another kind than "default" (floret).
  static Result<WordVectors> open(const std::string& folder);

  uint32_t width() const { return width_; }

  // Copies the vector of the word with that id; false where it has none.
  bool copy(uint64_t orth, float* out) const;

 private:
  WordVectors(MappedFile file, RowIndex rows, uint32_t width, size_t begin)
      : file_(std::move(file)), rows_(std::move(rows)), width_(width), begin_(begin) {}

  MappedFile file_;
  RowIndex rows_;
  uint32_t width_;
  size_t begin_;  // of the floats, in bytes
};

}  // namespace coranto::label
