// Statements within statements: on whose word, from the writer inward.
#pragma once

#include <vector>

#include "note/actors.h"
#include "note/draft.h"

namespace coranto::note {

// "told the BBC, adding that ...": what one speaker says on in the same sentence, and on in an interview that is named,
// goes to the same outlet. The lists run in parallel.
void share_hearers(const Reader& reader, const std::vector<Draft>& drafts, std::vector<Statement>& statements);

// Statements inside the content of others get their chain; where the outer one holds nothing else, or both are of one
// speaker, only one of them stays. `drafts` and `statements` run in parallel and are shortened alike.
void chain_nested(const Reader& reader, std::vector<Draft>& drafts, std::vector<Statement>& statements);

}  // namespace coranto::note
