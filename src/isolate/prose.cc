#include "isolate/prose.h"

#include <algorithm>

#include "isolate/paragraphs.h"

namespace coranto::isolate {

bool is_text(const Piece& piece) { return piece.form == Form::text && piece.role == Role::body; }

bool is_prose(const Piece& piece) {
  return is_text(piece) && (!breaks_off(piece.text) || count_words(piece.text) > longest_title);
}

bool is_marked(const Piece& piece) { return piece.shape != Shape::plain && piece.shape != Shape::heading; }

size_t count_prose(const Pieces& pieces, size_t begin, size_t end) {
  return static_cast<size_t>(
      std::count_if(pieces.begin() + static_cast<long>(begin), pieces.begin() + static_cast<long>(end), is_prose));
}

bool is_hour(const Piece& piece) {
  return count_words(piece.text) <= 3 && piece.text[0] >= '0' && piece.text[0] <= '9' &&
         piece.text.find_first_of(":.") != std::string::npos;
}

void make(Piece& piece, PartKind part) {
  piece.role = Role::part;
  piece.part = part;
}

}  // namespace coranto::isolate
