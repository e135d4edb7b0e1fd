// To whom, where the sentence leaves it out: a refusal goes to who asked, a denial to who claimed it, a second demand
// to whom the first went; "condemned the raid" to who raided.
#pragma once

#include <vector>

#include "coranto/notes.h"
#include "note/event_draft.h"
#include "note/event_lexicon.h"

namespace coranto::note {

// Fills empty recipients of acts of speech from the acts and statements told before. A thing that names an act ("the
// raid", "the offer") or points back to one ("the move", "it") stands for its doer.
void complete_recipients(Drafts& drafts, const Tree& tree, Cast& cast, const std::vector<Statement>& statements,
                         const Matcher& matcher, const Lexicon& lexicon, const WordClasses& classes);

}  // namespace coranto::note
