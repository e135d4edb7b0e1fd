// Quotations without a cue of their own: those that go on with the statement before, and sound bites.
#pragma once

#include <vector>

#include "note/draft.h"

namespace coranto::note {

void continue_quotes(const Reader& reader, std::vector<Draft>& drafts);

}  // namespace coranto::note
