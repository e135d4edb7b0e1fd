// How an act is done, where its own words do not tell: by the weapons of the sentence, by the number and offices of the
// parties, by the act that is asked for or threatened.
#pragma once

#include <string>

#include "coranto/notes.h"
#include "note/actors.h"
#include "note/event_lexicon.h"
#include "note/tree.h"

namespace coranto::note {

// Sets event.mode if it is empty and the sentence of `trigger` tells one.
void mode_by_sentence(Event& event, Index trigger, const Tree& tree, const WordClasses& classes);

// Three parties talk as many; police that move are no troops.
void mode_by_parties(Event& event, const Cast& cast);

// The mode of a request or threat by the act it is about; empty if that tells none.
std::string mode_by_inner(std::string_view outer, const Event& inner);

}  // namespace coranto::note
