// When: time expressions of a document, worked out from the text and the day of publication.
#pragma once

#include <string_view>
#include <vector>

#include "coranto/document.h"
#include "coranto/notes.h"

namespace coranto::note {

// In text order, without overlaps. `published`: ISO day, empty if unknown: then `value` stays empty where the
// expression hangs on it, and `symbolic` says how ("P-1D", "P-thu").
std::vector<Time> find_times(const Document& document, std::string_view published);

}  // namespace coranto::note
