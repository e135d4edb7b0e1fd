// vocab/key2row of a package: which row of the vectors a word has. Used as it lies in the file.
//
// The file is one MessagePack map of integers, in no order; en_core_web_md's has 684,830 pairs. In memory there is only
// an open-addressing table of where each pair lies in the file, four bytes a slot; the pages of the file are shared with
// every other process that maps it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/mapped_file.h"
#include "coranto/result.h"

namespace coranto::label {

class RowIndex {
 public:
  // Fails with Code::model where the file is no map of integers, names a row beyond `rows`, or its keys collide so much
  // that they were made to. Cost: one pass through the file.
  static Result<RowIndex> open(const std::string& path, uint32_t rows);

  std::optional<uint32_t> row(uint64_t key) const;

 private:
  explicit RowIndex(MappedFile file) : file_(std::move(file)) {}
  Result<void> read(const std::string& path, uint32_t rows);
  bool add(uint64_t key, uint32_t place);
  size_t slot_of(uint64_t key) const;

  MappedFile file_;
  std::vector<uint32_t> slots_;  // 0 where empty, else where a pair lies: the count of bytes before it
  int shift_ = 0;
};

}  // namespace coranto::label
