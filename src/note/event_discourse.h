// To whom, where the sentence leaves it out: a refusal goes to who asked, a second demand to whom the first went.
#pragma once

#include <vector>

#include "coranto/notes.h"

namespace coranto::note {

// What the fallbacks need of an act: its event, and the number of its sentence.
struct Told {
  Event* event;
  size_t sentence;
};

// Fills empty recipients of requests and refusals from the acts told before, in text order.
void complete_recipients(const std::vector<Told>& told);

}  // namespace coranto::note
