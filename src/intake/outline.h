// The lines of a page as a browser would break them, each with the elements it stands in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "intake/element.h"

namespace coranto::intake {

struct Line {
  std::string text;  // white space squeezed
  uint32_t box = 0;  // the innermost block element around it
  size_t words = 0;
  size_t linked = 0;  // words of it inside links
};

struct Box {
  const Element* element = nullptr;
  uint32_t parent = 0;  // the outermost box is its own
  bool aside = false;   // by its own markup no part of an article
};

struct Outline {
  std::vector<Box> boxes;  // a box comes after the one around it
  std::vector<Line> lines;
};

Outline outline_of(const Element& page);

}  // namespace coranto::intake
