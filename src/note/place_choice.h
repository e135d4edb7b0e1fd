// Which of the places of one name is meant.
#pragma once

#include <vector>

#include "note/place_mentions.h"

namespace coranto::note {

// For each mention the index of its sense, or -1 where the gazetteer knows none. Weighs, in this order: the container
// that follows ("Paris, Texas"), the sense that the same words have elsewhere in the document, the countries and
// provinces that the document names, the company it keeps (place_company.h), and population.
std::vector<int> choose_senses(const Document& document, const std::vector<PlaceMention>& mentions);

}  // namespace coranto::note
