// Acts within acts: what is urged, promised, threatened or denied hangs on the act of speech that governs it.
#pragma once

#include "note/actors.h"
#include "note/event_draft.h"
#include "note/event_match.h"

namespace coranto::note {

// Ties each inner act to its outer one: its carriers, modality and missing parties come from there, at most one inner
// act stays for each outer one, commands become the act itself, promises of harm threats. Adds the threat and the
// request of "said it would strike unless they left".
void tie_inner_acts(Drafts& drafts, const Tree& tree, Cast& cast, const Matcher& matcher, const WordClasses& classes);

// Acts done by words alone.
bool is_speech(std::string_view type);

}  // namespace coranto::note
