// Each paragraph by its own form.
#pragma once

#include <vector>

#include "coranto/page.h"
#include "isolate/zones.h"

namespace coranto::isolate {

// The paragraphs of the page with their forms; a caption with a credit at its end gives two pieces, and so does a
// paragraph with another story's teaser glued to it. Roles are those that the forms alone give.
std::vector<Piece> pieces_of(const Page& page, const Tables& tables);

// Whether a sentence reads like a caption.
bool has_caption_sign(std::string_view text, const Tables& tables);

}  // namespace coranto::isolate
