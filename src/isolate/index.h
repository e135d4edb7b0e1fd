// Index pages: fronts of sites and sections, lists of stories that are told elsewhere.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coranto/page.h"

namespace coranto::isolate {

// A linked heading and the text in the box that holds it alone.
struct IndexEntry {
  std::string title, text;
};

// The entries of a page that is an index: five or more linked headings, and nearly all running text of the page in
// their boxes. Empty for any other page: a story with a long list of related ones has text of its own. What stands in
// nav, header, footer and aside elements is not looked at. One pass over lines and boxes for each of three counts.
std::vector<IndexEntry> index_of(const Page& page);

}  // namespace coranto::isolate
