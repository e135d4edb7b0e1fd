#include "isolate/zones.h"

#include <algorithm>
#include <unordered_set>

#include "isolate/forms.h"
#include "isolate/paragraphs.h"
#include "isolate/teasers.h"

namespace coranto::isolate {
namespace {

constexpr size_t longest_title = 30;  // words
constexpr size_t longest_caption = 50;
constexpr size_t shortest_teaser = 25;
constexpr double linked = 0.34;  // share of names by which a paragraph goes on with the story before it

using Pieces = std::vector<Piece>;

bool is_text(const Piece& piece) { return piece.form == Form::text && piece.role == Role::body; }

// Text that holds a sentence, or is long enough to be one that was cut.
bool is_prose(const Piece& piece) {
  return is_text(piece) && (!breaks_off(piece.text) || count_words(piece.text) > longest_title);
}

void make(Piece& piece, PartKind part) {
  piece.role = Role::part;
  piece.part = part;
}

size_t count_prose(const Pieces& pieces, size_t begin, size_t end) {
  return static_cast<size_t>(
      std::count_if(pieces.begin() + static_cast<long>(begin), pieces.begin() + static_cast<long>(end), is_prose));
}

bool is_hour(const Piece& piece) {
  return count_words(piece.text) <= 3 && piece.text[0] >= '0' && piece.text[0] <= '9' &&
         piece.text.find_first_of(":.") != std::string::npos;
}

// Clock times with text below them, two or more of them: a report told by the hour.
void keep_hours(Pieces& pieces) {
  const auto stands = [](const Piece& piece) { return piece.form == Form::date && is_hour(piece); };
  if (std::count_if(pieces.begin(), pieces.end(), stands) < 2) return;
  for (size_t i = 0; i + 1 < pieces.size(); ++i) {
    if (!stands(pieces[i]) || !is_text(pieces[i + 1])) continue;
    pieces[i].form = Form::text;
    pieces[i].role = Role::body;
  }
}

// Captions that stand before their credit, or before the byline above the text.
void find_captions(Pieces& pieces, const Tables& tables) {
  size_t prose = 0;
  for (size_t i = 0; i + 1 < pieces.size(); ++i) {
    if (!is_text(pieces[i])) continue;
    const auto& text = pieces[i].text;
    const bool in_head = prose == 0 && count_prose(pieces, i + 1, pieces.size()) >= 2;
    prose += is_prose(pieces[i]);
    if (count_words(text) > longest_caption || text.starts_with("“") || text.starts_with("\"")) continue;
    const Form next = pieces[i + 1].form;
    if (next == Form::credit && count_words(text) > 3 &&
        ((in_head && is_prose(pieces[i])) || has_caption_sign(text, tables) || (prose > 0 && breaks_off(text)))) {
      make(pieces[i], PartKind::caption);
      prose = in_head ? 0 : prose;
    } else if (next == Form::byline && in_head && is_prose(pieces[i])) {
      make(pieces[i], has_caption_sign(text, tables) ? PartKind::caption : PartKind::title);
      prose = 0;
    }
  }
}

std::string plain(std::string_view text) {
  std::string out;
  for (char c : lower(text)) {
    if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c))) out += c;
  }
  return out;
}

bool is_title(const Piece& piece, const std::string& known) {
  const auto text = plain(piece.text);
  return !known.empty() && text.size() >= 8 && known.starts_with(text) && text.size() * 2 > known.size();
}

// A line above the text: short and without a stop, though it may be in quotation marks.
bool is_heading(const Piece& piece) {
  return is_text(piece) && !ends_sentence(piece.text) && !is_hour(piece) && count_words(piece.text) <= longest_title &&
         !piece.text.ends_with(':') && !piece.text.ends_with(',');
}

bool is_stamp(const Piece& piece) { return piece.form == Form::byline || piece.form == Form::date; }

// A name alone, between the title and the text, beside a time stamp or a newspaper's name.
bool is_bare_name(const Pieces& pieces, size_t i, const Tables& tables) {
  const bool beside = (i > 0 && is_stamp(pieces[i - 1])) || (i + 1 < pieces.size() && is_stamp(pieces[i + 1]));
  const size_t words = count_words(pieces[i].text);
  return beside && words >= 2 && words <= 4 && tables.name.find(pieces[i].text);
}

// Above the text: the headline, then decks and bare names; shorter lines are labels.
void find_title(Pieces& pieces, const Page& page, const Tables& tables) {
  size_t first = 0;
  while (first < pieces.size() && (!is_text(pieces[first]) || is_heading(pieces[first]))) ++first;
  if (first == pieces.size()) return;
  const auto known = plain(page.title);
  const auto head = pieces.begin() + static_cast<long>(first);
  bool found = std::any_of(pieces.begin(), head, [&](const Piece& piece) { return is_title(piece, known); });
  bool above = found;
  for (size_t i = 0; i < first; ++i) {
    auto& piece = pieces[i];
    if (!is_text(piece)) continue;
    const bool titled = is_title(piece, known);
    if (titled) above = false;
    const size_t words = count_words(piece.text);
    const bool long_enough = words >= 4 || (words >= 2 && piece.text.size() >= 15 && !found);
    if (found && !above && !titled && is_bare_name(pieces, i, tables)) {
      make(piece, PartKind::byline);
      piece.names = piece.text;
    } else {
      make(piece, titled || (long_enough && !above) ? PartKind::title : PartKind::furniture);
    }
    found = found || piece.part == PartKind::title;
  }
}

// A short line without a stop that only tells again what a paragraph says.
bool is_pull_quote(const Piece& piece, const std::vector<std::string>& all) {
  if (ends_sentence(piece.text) || count_words(piece.text) < 5 || count_words(piece.text) > longest_title) return false;
  const auto text = plain(piece.text);
  return std::any_of(all.begin(), all.end(), [&](const std::string& other) {
    return other.size() > text.size() && other.find(text) != std::string::npos;
  });
}

// The page's title wherever it stands, second tellings of a paragraph, and pull quotes.
void find_repeats(Pieces& pieces, const Page& page) {
  const auto known = plain(page.title);
  std::unordered_set<std::string> seen;
  std::vector<std::string> all;
  for (const auto& piece : pieces) all.push_back(is_text(piece) ? plain(piece.text) : "");
  for (auto& piece : pieces) {
    if (!is_text(piece)) continue;
    if (breaks_off(piece.text) && is_title(piece, known)) make(piece, PartKind::title);
    if (count_words(piece.text) < 6) continue;
    if (!seen.insert(piece.text).second || is_pull_quote(piece, all)) make(piece, PartKind::furniture);
  }
}

// What follows "Related stories": headlines until the text goes on.
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
    }
  }
}

bool is_cut(const Piece& piece) {
  return is_text(piece) && breaks_off(piece.text) && count_words(piece.text) >= shortest_teaser;
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

void find_marked_teasers(Pieces& pieces) {
  std::vector<size_t> marked;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (is_text(pieces[i]) && is_teaser(pieces[i].text) && count_prose(pieces, 0, i) > 0) marked.push_back(i);
  }
  if (marked.empty()) return;
  for (size_t i : marked) pieces[i].role = Role::teaser;
  for (size_t i = marked.front(); i-- > 0 && is_cut(pieces[i]);) pieces[i].role = Role::teaser;
  for (size_t k = 0; k < marked.size(); ++k)
    settle_run(pieces, marked[k] + 1, k + 1 < marked.size() ? marked[k + 1] : pieces.size());
}

// Paragraphs at the end that break off: two or more belong to other stories; a single one does if it shares no names
// with the text before, else it is the article's own, cut.
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

// Below the last prose: lines after furniture, or three headlines in a row.
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
    if (!is_text(*piece)) {
      below = below || piece->role == Role::teaser || piece->form == Form::furniture || piece->form == Form::heading;
    } else if (below) {
      make(*piece, PartKind::furniture);
    }
  }
}

// A page without a sentence: its lines are the text if they are more than labels.
void find_fallback(Pieces& pieces) {
  if (std::any_of(pieces.begin(), pieces.end(), is_prose)) return;
  for (auto& piece : pieces) {
    if (is_text(piece) && count_words(piece.text) < 4) make(piece, PartKind::furniture);
  }
}

}  // namespace

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
