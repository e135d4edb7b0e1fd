#include "isolate/tail.h"

#include <algorithm>

#include "isolate/paragraphs.h"
#include "isolate/teasers.h"

namespace coranto::isolate {
namespace {

constexpr size_t shortest_teaser = 25;  // words
constexpr size_t nearest = 200;         // paragraphs before a list that tell what the story is about
constexpr double linked = 0.34;         // share of names by which a paragraph goes on with the story before it

bool is_cut(const Piece& piece) {
  return is_text(piece) && !is_marked(piece) && breaks_off(piece.text) && count_words(piece.text) >= shortest_teaser;
}

// Text between and after teasers: three paragraphs in a row or more go on with the article, fewer do not.
void settle_run(Pieces& pieces, size_t begin, size_t end) {
  if (count_prose(pieces, begin, end) >= 3) return;
  for (size_t i = begin; i < end; ++i) {
    if (!is_text(pieces[i])) continue;
    if (count_words(pieces[i].text) >= shortest_teaser) {
      pieces[i].role = Role::teaser;
    } else {
      make(pieces[i], PartKind::furniture);
    }
  }
}

}  // namespace

void find_lists(Pieces& pieces, const Tables& tables) {
  std::vector<std::string> before;
  bool listed = false;
  for (auto& piece : pieces) {
    if (piece.form == Form::heading) listed = !before.empty();
    if (!is_text(piece)) continue;
    if (listed && !is_prose(piece)) {
      make(piece, PartKind::furniture);
    } else if (listed && (ends_sentence(piece.text) ? shared_names(piece.text, before, tables) < linked : true)) {
      piece.role = Role::teaser;
    } else {
      listed = false;
      before.push_back(piece.text);
      if (before.size() > nearest) before.erase(before.begin());
    }
  }
}

void find_marked_teasers(Pieces& pieces) {
  std::vector<size_t> marked;
  bool told = false;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (told && is_text(pieces[i]) && !is_marked(pieces[i]) && is_teaser(pieces[i].text)) marked.push_back(i);
    told = told || is_prose(pieces[i]);
  }
  if (marked.empty()) return;
  for (size_t i : marked) pieces[i].role = Role::teaser;
  for (size_t i = marked.front(); i-- > 0 && is_cut(pieces[i]);) pieces[i].role = Role::teaser;
  for (size_t k = 0; k < marked.size(); ++k)
    settle_run(pieces, marked[k] + 1, k + 1 < marked.size() ? marked[k + 1] : pieces.size());
}

void find_bare_teasers(Pieces& pieces, const Tables& tables) {
  std::vector<size_t> cut;
  size_t i = pieces.size();
  while (i-- > 0) {
    if (is_cut(pieces[i])) {
      cut.push_back(i);
    } else if (is_prose(pieces[i])) {
      break;
    }
  }
  if (cut.empty() || count_prose(pieces, 0, cut.back()) < 3) return;
  std::vector<std::string> before;
  for (size_t k = 0; k < cut.back(); ++k) {
    if (is_text(pieces[k])) before.push_back(pieces[k].text);
  }
  if (cut.size() == 1 && shared_names(pieces[cut[0]].text, before, tables) >= linked) return;
  for (size_t k : cut) pieces[k].role = Role::teaser;
}

void find_tail(Pieces& pieces) {
  size_t last = pieces.size();
  while (last > 0 && !is_prose(pieces[last - 1])) --last;
  if (last == 0) return;
  const auto tail = pieces.begin() + static_cast<long>(last);
  const auto lines = std::count_if(tail, pieces.end(), is_text);
  const bool introduced = pieces[last - 1].text.ends_with(':');
  const auto listed = std::count_if(tail, pieces.end(), [](const Piece& piece) {
    return is_text(piece) &&
           (count_words(piece.text) < 4 || piece.text.find_first_of("0123456789@") != std::string::npos);
  });
  const bool headlines = lines >= 3 && !introduced && listed * 5 <= lines;
  bool below = headlines;
  for (auto piece = tail; piece != pieces.end(); ++piece) {
    if (is_marked(*piece)) continue;
    if (!is_text(*piece)) {
      below = below || piece->role == Role::teaser || piece->form == Form::furniture || piece->form == Form::heading;
    } else if (below) {
      make(*piece, PartKind::furniture);
    }
  }
}

void find_fallback(Pieces& pieces) {
  if (std::any_of(pieces.begin(), pieces.end(), is_prose)) return;
  for (auto& piece : pieces) {
    if (is_text(piece) && count_words(piece.text) < 4) make(piece, PartKind::furniture);
  }
}

}  // namespace coranto::isolate
