// An act while it is being worked out: what names it, how it stands, and the event it becomes.
#pragma once

#include <map>
#include <vector>

#include "coranto/notes.h"
#include "note/event_match.h"
#include "note/modality.h"

namespace coranto::note {

struct EventDraft {
  Reading reading;
  Standing standing;
  Event event;
  bool dropped = false;
};

// The drafts of a report in text order, and which of them each trigger names.
struct Drafts {
  std::vector<EventDraft> all;
  std::map<Index, size_t> by_trigger;
};

}  // namespace coranto::note
