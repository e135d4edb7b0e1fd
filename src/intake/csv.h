// CSV as RFC 4180 has it, with any delimiter: rows of cells, the first of which names the columns.
#pragma once

#include <string>
#include <vector>

#include "intake/gate.h"
#include "intake/stream.h"

namespace coranto::intake {

// Rows one after the other. A cell in quotation marks may hold delimiters, line ends and doubled quotation marks.
class CsvRows {
 public:
  // A `delimiter` of 0 is sought in the first line: the most frequent of , ; | and tab. A row is held whole and may
  // have `most` bytes.
  CsvRows(Window& file, char delimiter, size_t most) : file_(file), delimiter_(delimiter), most_(most) {}

  // The next row that is not blank; empty at the end. Fails where a quotation mark is not closed, the row is too long,
  // or the file cannot be read on; then there is no next row.
  Result<std::vector<std::string>> next();

  // The line in which the last row began, from 1.
  size_t line() const { return began_; }

 private:
  char sought_delimiter();
  bool add(char c);

  Window& file_;
  char delimiter_;
  size_t most_, lines_ = 1, began_ = 0, size_ = 0;
  bool quoted_ = false, closed_ = false;  // within quotation marks; behind one that may end the cell
  std::vector<std::string> row_;
};

// Every row is a document, its columns called by `Selection::fields`. A row with another number of cells than the first
// is a failure of its own.
void read_csv(Window& file, const std::string& where, Gate& gate);

}  // namespace coranto::intake
