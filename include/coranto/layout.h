// How a web page lays out its text: the boxes of its markup and the lines of text in them, without any judgement.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coranto/span.h"

namespace coranto {

// An element that makes a block of its own, or an inline one with a class or id (then only stretches point at it).
// A box comes after the one around it; the first is the page, and its own parent.
struct Box {
  std::string tag;       // "div", lower case
  std::string names;     // its classes and its id, with blanks between
  std::string role;      // ARIA role
  std::string property;  // itemprop
  uint32_t parent = 0;
  bool hidden = false;  // by attribute or style
};

// A line as a browser would break it; spans are bytes of the page's text.
struct Line {
  Span span;
  uint32_t box = 0;     // the innermost block around it
  uint32_t words = 0;   // where no blanks part words, two letters count as one
  uint32_t linked = 0;  // words of it inside links
};

// A part of a line that stands in an inline element with a name of its own.
struct Stretch {
  Span span;
  uint32_t box = 0;
};

struct Layout {
  std::vector<Box> boxes;
  std::vector<Line> lines;         // each is a line of the page's text, in its order
  std::vector<Stretch> stretches;  // in order of their ends
};

}  // namespace coranto
