// What a cue reports: the clause it governs, the quotation beside it, the sentence it stands in or after.
#pragma once

#include "note/draft.h"

namespace coranto::note {

// Fills draft.content; leaves it empty where the cue reports nothing that stands in the text.
void find_content(const Reader& reader, Draft& draft);

}  // namespace coranto::note
