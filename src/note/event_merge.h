// The same act told twice is one event.
#pragma once

#include <vector>

#include "coranto/notes.h"

namespace coranto::note {

// Joins events of one type whose parties, place, time, modality and polarity go together; the telling with most parties
// stays, the sentences of the others go to `also`. `events` are in text order and stay so.
void merge_retold(std::vector<Event>& events, const std::vector<Time>& times, const std::vector<Place>& places);

}  // namespace coranto::note
