// One value that is not nested, as text.
#pragma once

#include <duckdb.h>

#include <string>

namespace coranto::search {

// Numbers in the shortest digits that read back as the same, days and times in ISO form, bytes that are no text as \xHH.
std::string scalar(duckdb_vector cells, duckdb_logical_type type, idx_t row);

}  // namespace coranto::search
