// Reporting words and who stands about them: "the minister told the BBC", "according to two officials".
#pragma once

#include <vector>

#include "note/draft.h"

namespace coranto::note {

// Drafts with cue, phrase, speaker, addressee, polarity, but still without content; in text order.
std::vector<Draft> find_cues(const Reader& reader);

}  // namespace coranto::note
