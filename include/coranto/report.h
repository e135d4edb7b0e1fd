// A report: an article that has a name of its own in the record, and knows whose copy it is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coranto/article.h"

namespace coranto {

struct Report {
  std::string id;       // "r-" and 16 hex digits: hash of the normalised text, the same wherever it is read
  std::string copy_of;  // id of the report it is a copy of, empty if it is the first or only one; equal to `id` where
                        // the normalised text is the same and only the carrier is another
  std::string story;    // "s-" and 16 hex digits; reports on one story share it
  Article article;
};

// A sketch of a text: hashes of its word shingles, ascending, all that are below 2^(32 - shift).
struct Sketch {
  std::vector<uint32_t> hashes;
  uint32_t shift = 0;
};

// What is remembered of a report, so that copies of it that come later are recognised. Some 1 KB.
struct Trace {
  std::string id, copy_of, story;  // as in Report
  std::string source;
  ArticleKind kind = ArticleKind::article;
  Sketch sketch;
};

}  // namespace coranto
