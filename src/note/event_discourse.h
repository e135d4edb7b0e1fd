// To whom, where the sentence leaves it out: a refusal goes to who asked, a second demand to whom the first went.
#pragma once

#include <vector>

#include "coranto/notes.h"
#include "note/actors.h"

namespace coranto::note {

// An act, the number of its sentence, and whether its object is a thing told before ("rejected the offer") rather than
// a clause of its own ("refused to sign").
struct Told {
  Event* event;
  size_t sentence;
  bool points_back;
  bool denies;        // what somebody said, not what he did
  bool names_a_deed;  // "condemned the move", "called it theft": somebody's, told before
};

// Fills empty recipients of requests, refusals and praise from the acts told before, in text order.
// Who made the claim that is denied is found among the statements.
void complete_recipients(const std::vector<Told>& told, const std::vector<Statement>& statements, const Cast& cast);

}  // namespace coranto::note
