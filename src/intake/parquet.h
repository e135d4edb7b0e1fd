// Columns of a Parquet file, read by DuckDB one chunk after the other.
#pragma once

#include <string>

#include "intake/gate.h"

namespace coranto::intake {

// Every row is a document, in the file's order, its columns called by `Selection::fields`; `byline` may be a list.
// Memory: a row group.
void read_parquet(const std::string& path, Gate& gate);

}  // namespace coranto::intake
