#include "isolate/zones.h"

#include "isolate/forms.h"
#include "isolate/head.h"
#include "isolate/tail.h"

namespace coranto::isolate {

std::vector<Piece> zones_of(const Page& page, const Tables& tables) {
  Pieces pieces = pieces_of(page, tables);
  keep_hours(pieces);
  find_captions(pieces, tables);
  find_title(pieces, page, tables);
  find_repeats(pieces, page);
  find_lists(pieces, tables);
  find_marked_teasers(pieces);
  find_bare_teasers(pieces, tables);
  find_tail(pieces);
  find_fallback(pieces);
  return pieces;
}

}  // namespace coranto::isolate
