// An event on one line, as people read it and as tests/note/events.case has it.
#pragma once

#include <string>

#include "coranto/notes.h"

namespace coranto::note {

// "TYPE mode: actors > recipients, modality, by carriers": "-" where a side is empty, "not" after the modality of what
// is denied, no "by" where the writer vouches.
std::string event_line(const Notes& notes, const Event& event);

}  // namespace coranto::note
