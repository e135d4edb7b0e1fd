// search: tables -> answers.
//
// takes  a record and SQL (DuckDB's dialect)
// gives  the rows of the answer, streamed as a table, CSV or JSON lines
// fails  when the record cannot be opened, when the SQL is wrong, and when it is anything but one question:
//        nothing that writes tables or files, reads files, attaches, installs, loads or changes settings is run
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "coranto/result.h"

namespace coranto::search {

enum class Format {
  table,  // for people: columns lined up within a block of 200 rows; control characters are shown as blanks
  csv,    // RFC 4180, a header line, NULL is empty and an empty text is ""; lists and structs are JSON
  jsonl   // one object a row; dates, times and decimals are strings
};

// Calls `write` with pieces of the answer, in order; a piece holds whole lines. What was written before an error that
// comes while rows are worked out stands. `write` returns false to stop early, which is no error.
Result<void> query(const std::string& folder, const std::string& sql, Format format,
                   const std::function<bool(std::string_view)>& write);

}  // namespace coranto::search
