// A report: an article that has a name of its own in the record, and knows whose copy it is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coranto/article.h"
#include "coranto/gist.h"
#include "coranto/span.h"

namespace coranto {

// What a report has in common with another one, though neither is the other's copy: paragraphs of an agency, say.
struct Reuse {
  std::string report;       // id of the other one
  std::string origin;       // id of the one of the two whose words they likely are: credited to an agency first, then
                            // published first, then the smaller id
  std::vector<Span> spans;  // of the text, ascending
};

struct Report {
  std::string id;       // "r-" and 16 hex digits: hash of the normalised text, the same wherever it is read
  std::string copy_of;  // id of the report it is a copy of, empty if it is the first or only one; equal to `id` where
                        // the normalised text is the same and only the carrier is another
  std::string story;    // "s-" and 16 hex digits; reports on one story share it
  Article article;
  std::vector<Reuse> reuses = {};  // of what was known when it was first read, by the other's id
  Gist gist = {};  // by which its story is found
};

// The words of a normalised text in their order, each as a hash of 16 bits; at most 4,096.
using Wording = std::vector<uint16_t>;

// What is remembered of a report, so that copies of it that come later are recognised. Two bytes a word.
struct Trace {
  std::string id, copy_of, story;  // as in Report
  std::string source;
  ArticleKind kind = ArticleKind::article;
  Wording wording;
  std::string published = {};      // ISO day; empty if unknown
  bool agency = false;             // credits an agency
  std::vector<Reuse> reuses = {};  // as in Report
};

}  // namespace coranto
