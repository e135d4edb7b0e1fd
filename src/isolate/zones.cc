#include "isolate/zones.h"

#include <utility>

#include "isolate/forms.h"
#include "isolate/head.h"
#include "isolate/tail.h"

namespace coranto::isolate {
namespace {

using Step = void (*)(Pieces&, const Page&, const Tables&);

constexpr std::pair<const char*, Step> steps[] = {
    {"hours", [](Pieces& pieces, const Page&, const Tables&) { keep_hours(pieces); }},
    {"captions", [](Pieces& pieces, const Page&, const Tables& tables) { find_captions(pieces, tables); }},
    {"title", find_title},
    {"repeats", [](Pieces& pieces, const Page& page, const Tables&) { find_repeats(pieces, page); }},
    {"lists", [](Pieces& pieces, const Page&, const Tables& tables) { find_lists(pieces, tables); }},
    {"marked teasers", [](Pieces& pieces, const Page&, const Tables&) { find_marked_teasers(pieces); }},
    {"bare teasers", [](Pieces& pieces, const Page&, const Tables& tables) { find_bare_teasers(pieces, tables); }},
    {"tail", [](Pieces& pieces, const Page&, const Tables&) { find_tail(pieces); }},
    {"fallback", [](Pieces& pieces, const Page&, const Tables&) { find_fallback(pieces); }}};

using Decision = std::pair<Role, PartKind>;

std::vector<Decision> decisions(const Pieces& pieces) {
  std::vector<Decision> out;
  for (const auto& piece : pieces) out.emplace_back(piece.role, piece.part);
  return out;
}

}  // namespace

std::vector<Piece> zones_of(const Page& page, const Tables& tables) {
  Pieces pieces = pieces_of(page, tables);
  for (const auto& [name, run] : steps) {
    const auto before = decisions(pieces);
    run(pieces, page, tables);
    for (size_t i = 0; i < pieces.size(); ++i) {
      if (before[i] == Decision(pieces[i].role, pieces[i].part)) continue;
      pieces[i].step = name;
      pieces[i].row = 0;
    }
  }
  return pieces;
}

}  // namespace coranto::isolate
