// Who: the parties of an act, from the frame of its rule and the grammar around its trigger.
#pragma once

#include <vector>

#include "note/actors.h"
#include "note/event_match.h"

namespace coranto::note {

struct Parties {
  std::vector<ActorIndex> actors, recipients;
};

// Actors and recipients without repetition; a party never stands on both sides.
Parties parties_of(const Reading& reading, const Arguments& arguments, const Tree& tree, Cast& cast);

}  // namespace coranto::note
