// Speakers, hearers, channels and carriers of one statement.
#pragma once

#include <vector>

#include "note/actors.h"
#include "note/draft.h"

namespace coranto::note {

// Speaker, addressee, channel and the carriers that the reporting clause itself names.
void take_people(const Reader& reader, Cast& cast, const Draft& draft, Statement& statement);

// Appends the actor unless it is none or stands in the list.
void push_unique(std::vector<ActorIndex>& list, ActorIndex actor);

}  // namespace coranto::note
