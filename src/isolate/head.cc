#include "isolate/head.h"

#include <algorithm>
#include <cctype>
#include <unordered_set>

#include "isolate/forms.h"
#include "isolate/paragraphs.h"

namespace coranto::isolate {
namespace {

constexpr size_t longest_caption = 50;  // words
constexpr size_t farthest_quote = 100;  // paragraphs between a pull quote and what it repeats

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

// A short line without a stop that only tells again what a paragraph says.
bool is_pull_quote(const Pieces& pieces, size_t i, const std::vector<std::string>& all) {
  const auto& piece = pieces[i];
  if (ends_sentence(piece.text) || count_words(piece.text) < 5 || count_words(piece.text) > longest_title) return false;
  const auto text = plain(piece.text);
  const size_t begin = i < farthest_quote ? 0 : i - farthest_quote, end = std::min(i + farthest_quote, all.size());
  return std::any_of(
      all.begin() + static_cast<long>(begin), all.begin() + static_cast<long>(end),
      [&](const std::string& other) { return other.size() > text.size() && other.find(text) != std::string::npos; });
}

}  // namespace

void keep_hours(Pieces& pieces) {
  const auto stands = [](const Piece& piece) { return piece.form == Form::date && is_hour(piece); };
  if (std::count_if(pieces.begin(), pieces.end(), stands) < 2) return;
  for (size_t i = 0; i + 1 < pieces.size(); ++i) {
    if (!stands(pieces[i]) || !is_text(pieces[i + 1])) continue;
    pieces[i].form = Form::text;
    pieces[i].role = Role::body;
  }
}

void find_captions(Pieces& pieces, const Tables& tables) {
  size_t prose = 0, left = count_prose(pieces, 0, pieces.size());
  for (size_t i = 0; i + 1 < pieces.size(); ++i) {
    if (!is_text(pieces[i])) continue;
    const auto& text = pieces[i].text;
    const bool here = is_prose(pieces[i]);
    left -= here;
    const bool in_head = prose == 0 && left >= 2;
    prose += here;
    if (count_words(text) > longest_caption || text.starts_with("“") || text.starts_with("\"")) continue;
    const Form next = pieces[i + 1].form;
    if (next == Form::credit && count_words(text) > 3 &&
        ((in_head && here) || has_caption_sign(text, tables) || (prose > 0 && breaks_off(text)))) {
      make(pieces[i], PartKind::caption);
      prose = in_head ? 0 : prose;
    } else if (next == Form::byline && in_head && here) {
      make(pieces[i], has_caption_sign(text, tables) ? PartKind::caption : PartKind::title);
      prose = 0;
    }
  }
}

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
    if (!titled && is_marked(piece)) continue;
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

void find_repeats(Pieces& pieces, const Page& page) {
  const auto known = plain(page.title);
  std::unordered_set<std::string> seen;
  std::vector<std::string> all;
  for (const auto& piece : pieces) all.push_back(is_text(piece) ? plain(piece.text) : "");
  for (size_t i = 0; i < pieces.size(); ++i) {
    auto& piece = pieces[i];
    if (!is_text(piece)) continue;
    if (breaks_off(piece.text) && is_title(piece, known)) make(piece, PartKind::title);
    if (count_words(piece.text) < (is_marked(piece) ? longest_title : 6)) continue;
    if (!seen.insert(piece.text).second || is_pull_quote(pieces, i, all)) make(piece, PartKind::furniture);
  }
}

}  // namespace coranto::isolate
