// What counts as text of a story, for the steps that find the zones of a page.
#pragma once

#include <vector>

#include "isolate/zones.h"

namespace coranto::isolate {

using Pieces = std::vector<Piece>;

inline constexpr size_t longest_title = 30;  // words

bool is_text(const Piece& piece);

// Text that holds a sentence, or is long enough to be one that was cut.
bool is_prose(const Piece& piece);

// Whether the markup says that it is a part of running text, so that only its words can tell otherwise.
bool is_marked(const Piece& piece);

size_t count_prose(const Pieces& pieces, size_t begin, size_t end);

// A clock time, as "10:45".
bool is_hour(const Piece& piece);

void make(Piece& piece, PartKind part);

}  // namespace coranto::isolate
