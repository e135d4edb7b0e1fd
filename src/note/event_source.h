// On whose word: the carriers of an act that a statement tells.
#pragma once

#include <vector>

#include "coranto/notes.h"

namespace coranto::note {

// The smallest statement that holds the words, or null.
const Statement* holder_of(Span words, const std::vector<Statement>& statements);

// The chain of the smallest statement that holds the act's trigger, its speaker last; empty where the writer vouches.
// An act of speech that its actor does in these very words has only the carriers before him.
std::vector<ActorIndex> via_of(const Event& event, bool speech, const std::vector<Statement>& statements);

}  // namespace coranto::note
