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

// The words of a normalised text in their order, each as a hash of 16 bits; at most 4,096.
using Wording = std::vector<uint16_t>;

// What is remembered of a report, so that copies of it that come later are recognised. Two bytes a word.
struct Trace {
  std::string id, copy_of, story;  // as in Report
  std::string source;
  ArticleKind kind = ArticleKind::article;
  Wording wording;
};

}  // namespace coranto
