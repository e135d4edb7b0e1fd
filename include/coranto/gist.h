// A gist: what a report is about, by which reports on one running matter are known.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace coranto {

// Names, places and words of a report, each as 24 bits (whether it is a word, and 23 of a hash) and, in the lowest 8, how
// much it counts; ascending, no term twice; at most 72. Empty where the text is too short or not English.
using Gist = std::vector<uint32_t>;

// What is remembered of a report, so that later ones on its matter join its story.
struct Account {
  std::string id, copy_of, story, published;  // as in Report and Article
  Gist gist;
};

// A report that was told to be of one story turned out to be of another: two stories became one, or one two.
struct Move {
  std::string report, story;  // Report::id, Report::story
};

}  // namespace coranto
