// On whose word: speakers, hearers, channels and the chain of carriers.
#pragma once

#include <vector>

#include "note/actors.h"
#include "note/draft.h"

namespace coranto::note {

// Speaker, addressee, channel and the carriers that the reporting clause itself names.
void take_people(const Reader& reader, Cast& cast, const Draft& draft, Statement& statement);

// Statements inside the content of others get their chain; where the outer one holds nothing else, or both are of one
// speaker, only one of them stays. `drafts` and `statements` run in parallel and are shortened alike.
void chain_nested(const Reader& reader, std::vector<Draft>& drafts, std::vector<Statement>& statements);

}  // namespace coranto::note
