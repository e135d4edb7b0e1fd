// One cell of an answer as text: a walk over DuckDB's vectors.
#pragma once

#include <duckdb.h>

#include <string>

namespace coranto::search {

// Whether cells of this type, and of all types inside it, can be written; others must be cast to VARCHAR first.
bool writable(duckdb_logical_type type);

// Whether JSON writes such cells without quotation marks.
bool is_number(duckdb_logical_type type);

bool is_null(duckdb_vector cells, duckdb_logical_type type, idx_t row);

// Appends the cell as JSON: numbers and booleans bare, lists as arrays, structs and maps as objects, all else as
// strings; NULL as null.
void append_json(std::string& out, duckdb_vector cells, duckdb_logical_type type, idx_t row);

// The same, but a string at the outermost level without quotation marks and escapes.
void append_text(std::string& out, duckdb_vector cells, duckdb_logical_type type, idx_t row);

void append_json_string(std::string& out, std::string_view text);

}  // namespace coranto::search
