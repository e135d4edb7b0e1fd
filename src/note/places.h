// Where: places named in a document, found in the gazetteer.
#pragma once

#include <vector>

#include "coranto/document.h"
#include "coranto/notes.h"
#include "note/gazetteer.h"

namespace coranto::note {

// In text order, without overlaps. Demonyms and metonyms are listed too, by their use.
std::vector<Place> find_places(const Document& document, const Gazetteer& gazetteer);

}  // namespace coranto::note
