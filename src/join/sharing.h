// What reports have in common that are no copies of each other: paragraphs that one took from the other, or both from a
// third.
#pragma once

#include <string>
#include <vector>

#include "coranto/report.h"
#include "join/pairing.h"

namespace coranto::join {

// What is known of where a text comes from.
struct Origin {
  std::string id;
  std::string published;  // ISO day; empty if unknown
  bool agency = false;    // credits an agency
};

// Of two that hold the same words, whose they likely are: credited to an agency first, then published first (one whose
// day is not known comes last), then the smaller id.
bool is_likelier(const Origin& one, const Origin& other);

// Words [begin, end) of a text.
struct Range {
  uint32_t begin, end;
};

// Words that a text has in common with those of another group.
struct Sharing {
  uint32_t other;  // the likeliest origin in that group
  std::vector<Range> words;
};

// Stretches long enough to be a passage, sorted, those that touch made one. Empty where they are too few words.
std::vector<Range> passages(std::vector<Range> words);

// As spans of the text of which they are words.
Reuse reuse_of(const Sharing& sharing, const Origin& self, const Origin& other, std::string_view text);

}  // namespace coranto::join
