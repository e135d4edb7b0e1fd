// The steps that tell what stands below a page's text, and what in it belongs to other stories.
#pragma once

#include "isolate/prose.h"

namespace coranto::isolate {

// What follows "Related stories": headlines until the text goes on.
void find_lists(Pieces& pieces, const Tables& tables);

// Teasers by their kicker, and what stands between and after them.
void find_marked_teasers(Pieces& pieces);

// Paragraphs at the end that break off: two or more belong to other stories; a single one does if it shares no names
// with the text before, else it is the article's own, cut.
void find_bare_teasers(Pieces& pieces, const Tables& tables);

// Below the last prose: lines after furniture, or three headlines in a row.
void find_tail(Pieces& pieces);

// A page without a sentence: its lines are the text if they are more than labels.
void find_fallback(Pieces& pieces);

}  // namespace coranto::isolate
