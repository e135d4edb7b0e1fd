// Checks reports and notes against the rows they were read from.
#pragma once

#include "base/database.h"
#include "coranto/record.h"

namespace coranto::record {

// `path`: the database file. Reads every report back, checks that its spans lie in its text on code point borders,
// writes it again beside the record (in memory) and compares the rows: so ids are the hashes of what they name, words
// are those of their spans, and code points agree with bytes.
Result<void> reread(const std::string& path, Findings& findings);

}  // namespace coranto::record
