// Feeds: RSS 0.9 to 2.0, RSS 1.0, Atom. An item is a page. Sitemaps are known as what they are.
#pragma once

#include <string>

#include "intake/gate.h"

namespace coranto::intake {

// The items of a feed, each with its title, authors, day, and as its HTML the whole text (content:encoded, content) or,
// where there is none, the summary (description, summary). Its source is its link, else `where` with the number of the
// item. A sitemap or an index of them holds addresses and no text: it is a failure that says how many. Where the XML is
// broken, what came before is read and the place named. Entities of its own are not expanded: a document cannot grow.
void read_feed(std::string bytes, const std::string& charset, const std::string& where, Gate& gate);

}  // namespace coranto::intake
