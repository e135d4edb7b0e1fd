// The steps that tell what stands above a page's text, and what in it only repeats.
#pragma once

#include "isolate/prose.h"

namespace coranto::isolate {

// Clock times with text below them, two or more of them, are text: a report told by the hour.
void keep_hours(Pieces& pieces);

// Captions that stand before their credit, or before the byline above the text.
void find_captions(Pieces& pieces, const Tables& tables);

// Above the text: the headline, then decks and bare names; shorter lines are labels.
void find_title(Pieces& pieces, const Page& page, const Tables& tables);

// The page's title wherever it stands, second tellings of a paragraph, and pull quotes.
void find_repeats(Pieces& pieces, const Page& page);

}  // namespace coranto::isolate
