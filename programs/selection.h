// The options of all commands that read inputs: which of them, and how their fields are called.
#pragma once

#include "coranto/inputs.h"

namespace CLI {
class App;
}

namespace coranto::programs {

// What may be given as input, for the help of these commands.
constexpr const char* inputs_in_words =
    "Files (text, HTML, JSON, CSV, Parquet, WARC, RSS, Atom; gzip and zstd are undone), folders, which are read whole, or "
    "- for standard input";

// Adds --fields, --delimiter, --limit and --shard, which set `selection`.
void add_selection(CLI::App& command, Selection& selection);

}  // namespace coranto::programs
