// Which claim a denial denies, within one report.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "coranto/notes.h"

namespace coranto::record {

// For each statement the index of the one that it denies, or -1. A statement of negative polarity denies what another
// speaker has claimed: the statement near it that shares most of its words, at least half of them and two; where its own
// words only point back ("it", "the claim", "both allegations"), the nearest claim of another speaker before it. Looked
// at are the 40 statements before it and the 10 after.
std::vector<int32_t> denied_claims(std::string_view text, const std::vector<Statement>& statements);

}  // namespace coranto::record
