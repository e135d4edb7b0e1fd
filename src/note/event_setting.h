// The setting of a story: the place and time of an act that its own sentence does not give.
#pragma once

#include <vector>

#include "coranto/notes.h"
#include "note/event_scene.h"

namespace coranto::note {

// Acts that are told as done and that name no place or no time take them from the act told before: from the opening of
// the report, or where the words point back ("there", "the town"). `events` in text order; acts of speech take none.
void set_in_story(std::vector<Event>& events, const Tree& tree, const Scene& scene, const std::vector<Place>& places,
                  const std::vector<Time>& times);

}  // namespace coranto::note
