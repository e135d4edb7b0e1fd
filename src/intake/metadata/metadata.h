// What a page says about itself. Each field is taken from the first that has it, in this order of trust:
//   title      the heading that the markup's titles tell too; JSON-LD; OpenGraph; the title element
//   byline     JSON-LD; microdata; meta elements; rel=author and elements whose class says author
//   published  JSON-LD; microdata; meta elements; the time element nearest to the headline; the URL
// What stands in comments, footers, asides and lists of other stories is no sign. A date that none of these gives is
// left to isolate, which reads the lines beside the headline.
#pragma once

#include <string>
#include <string_view>

#include "coranto/page.h"
#include "intake/element.h"

namespace coranto::intake {

// Fills title, byline, published, imprint and `beside` of `to`. `to.url`: where the page was captured, empty if unknown.
void take_metadata(const Element& root, Page& to);

// "/2025/11/01/": the day in an address; empty if none.
std::string day_in_url(std::string_view url);

}  // namespace coranto::intake
