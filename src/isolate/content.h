// The lines of a web page that are its article's.
#pragma once

#include <string>
#include <vector>

#include "coranto/page.h"
#include "isolate/boxes.h"

namespace coranto::isolate {

// What the markup makes of a line: `plain` where it says nothing, as in a text or a div.
enum class Shape { plain, paragraph, heading, item, row, quote };

struct Block {
  std::string text;
  Shape shape = Shape::plain;
};

// Of a page with a layout: the lines inside the box that holds the article, without asides and links that lead
// elsewhere. One pass over lines and boxes.
std::vector<Block> content_of(const Page& page, const BoxTable& table);

}  // namespace coranto::isolate
