// On whose word: the carriers of an act that a statement tells.
#pragma once

#include <vector>

#include "coranto/notes.h"
#include "note/actors.h"
#include "note/tree.h"

namespace coranto::note {

// The smallest statement that holds the words, or null.
const Statement* holder_of(Span words, const std::vector<Statement>& statements);

// The chain of the smallest statement that holds the act's trigger, its speaker last; empty where the writer vouches: for
// what stands outside statements, and for what a relative clause adds to one in his own words. An act of speech told by
// its own actor, or by one who speaks for his country, has only the carriers before him.
std::vector<ActorIndex> via_of(const Event& event, Index trigger, bool speech, const std::vector<Statement>& statements,
                               const Tree& tree, const Cast& cast);

}  // namespace coranto::note
