// Indirect speech: the clause that a reporting verb governs to its right, and how far it reaches.
#pragma once

#include "note/draft.h"

namespace coranto::note {

// Adds a range to the content, without marks, spaces and a leading "that" at its ends; nothing if nothing is left.
void add(const Reader& reader, Draft& draft, Range range);

// A range that stops inside a quotation goes on to its closing mark, one that begins inside begins with its opening.
Range grown_to_quotes(const Reader& reader, Range range, Index cue);

bool is_cue(const Reader& reader, Index verb);
bool holds_finite_verb(const Reader& reader, Range range);

// The clause to the right that the verb governs, or no_token.
Index right_clause(const Reader& reader, Index verb);

// Each adds what it finds to draft.content and says whether it found any.
bool take_right_clause(const Reader& reader, Draft& draft);
bool take_right_words(const Reader& reader, Draft& draft);  // the same by its words alone, where the parser lost it

}  // namespace coranto::note
