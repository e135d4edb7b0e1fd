// Speech beside, before and around its reporting clause: “A,” he said, “B.” The plan, he said, was dead.
#pragma once

#include "note/draft.h"

namespace coranto::note {

// A comma or dash stands before the reporting clause.
bool is_aside_on_left(const Reader& reader, const Draft& draft);

// Each adds what it finds to draft.content and says whether it found any.
bool take_left_quote(const Reader& reader, Draft& draft);
bool take_right_quote(const Reader& reader, Draft& draft);
bool take_around(const Reader& reader, Draft& draft);
bool take_aside(const Reader& reader, Draft& draft);

// All of the clause or sentence that the reporting phrase stands in ("..., according to X, ...").
void take_clause_about(const Reader& reader, Draft& draft);

}  // namespace coranto::note
