// Villages, squares and camps that no gazetteer lists: capitalised names that the words around them show to be places.
#pragma once

#include <vector>

#include "note/place_mentions.h"

namespace coranto::note {

// Adds what stands outside the `mentions` found so far as "the village of X", "the X crossing", "X, a town", "near X",
// "a chapel at X"; such a mention has no senses. Keeps the order of the text.
void add_unlisted(const Document& document, std::vector<PlaceMention>& mentions);

}  // namespace coranto::note
