// What kind of file some bytes are.
#pragma once

#include <string>
#include <string_view>

namespace coranto::intake {

enum class Format { text, html, json, json_lines, feed, warc, csv, parquet };

// Bytes that are enough to tell.
constexpr size_t telling = 4096;

// By its first bytes where they are telling (WARC, Parquet, feeds, HTML), else by its name without .gz or .zst, else,
// where the name says nothing (standard input), as JSON where they begin like it, and as text.
Format format_of(const std::string& name, std::string_view head);

}  // namespace coranto::intake
