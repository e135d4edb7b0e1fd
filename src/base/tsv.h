// Tables that people edit: UTF-8, tab between fields, one header line of column names, "#" begins a comment line,
// empty lines are skipped. No quoting: a field holds neither tab nor line end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coranto/result.h"

namespace coranto {

class Table {
 public:
  // Reads the file at `path`. Fails with file and line where a row has another number of fields than the header.
  static Result<Table> read(const std::string& path);

  size_t size() const { return rows_.size(); }

  // Column number by name; fails if the header lacks it.
  Result<size_t> column(std::string_view name) const;

  const std::vector<std::string>& row(size_t i) const { return rows_[i]; }
  size_t line(size_t i) const { return lines_[i]; }  // line number of row i in the file, from 1
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<size_t> lines_;
};

// `text` cut at each `mark`; empty pieces are kept, an empty text gives none.
std::vector<std::string> split(std::string_view text, char mark);

}  // namespace coranto
