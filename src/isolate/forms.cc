#include "isolate/forms.h"

#include <functional>

#include "isolate/paragraphs.h"
#include "isolate/teasers.h"

namespace coranto::isolate {
namespace {

constexpr size_t longest_formed = 80;   // words; a longer paragraph is text
constexpr size_t most_bytes = 2000;     // … and so is one of more bytes
constexpr size_t longest_caption = 60;  // words

PartKind part_of(Form form) {
  switch (form) {
    case Form::byline:
      return PartKind::byline;
    case Form::credit:
      return PartKind::credit;
    case Form::caption:
      return PartKind::caption;
    case Form::date:
      return PartKind::dateline;
    default:
      return PartKind::furniture;
  }
}

Piece piece(std::string text, Form form) {
  Piece made;
  made.text = std::move(text);
  made.form = form;
  made.role = form == Form::text ? Role::body : Role::part;
  made.part = part_of(form);
  return made;
}

Piece formed(const std::string& text, Shape shape, bool below, const Tables& tables) {
  if (shape != Shape::row && text.size() <= most_bytes && count_words(text) <= longest_formed) {
    for (const auto& known : tables.lines) {
      const auto match = known.pattern.find(text);
      if (!match) continue;
      if (known.form == Form::byline_below && !below) continue;
      Piece made = piece(text, known.form == Form::byline_below ? Form::byline : known.form);
      made.names = match->names.of(text);
      made.agencies = match->agencies.of(text);
      made.day = match->day.of(text);
      made.row = known.row;
      return made;
    }
  }
  return piece(text, Form::text);
}

std::string_view trimmed(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// "… in Tokyo on Wednesday. Photo: Bloomberg": a caption and its credit; a long paragraph stays text.
bool part_ending(const std::string& text, const Tables& tables, std::vector<Piece>& pieces) {
  if (text.size() > most_bytes) return false;
  for (const auto& known : tables.endings) {
    const auto match = known.pattern.find(text);
    if (!match || match->whole.begin == 0) continue;
    const auto before = trimmed(std::string_view(text).substr(0, match->whole.begin));
    if (count_words(before) < 3) continue;
    pieces.push_back(piece(std::string(before), count_words(before) > longest_caption ? Form::text : Form::caption));
    pieces.push_back(piece(std::string(trimmed(std::string_view(text).substr(match->whole.begin))), Form::credit));
    auto& credit = pieces.back().text;
    credit.erase(0, credit.find_first_not_of(' '));
    for (Piece& half : {std::ref(pieces.end()[-2]), std::ref(pieces.end()[-1])}) half.row = known.row;
    return true;
  }
  return false;
}

void part_text(const std::string& text, const Tables& tables, std::vector<Piece>& pieces) {
  if (part_ending(text, tables, pieces)) return;
  const size_t teaser = glued_teaser(text);
  if (teaser == std::string_view::npos) return pieces.push_back(piece(text, Form::text));
  pieces.push_back(piece(std::string(trimmed(std::string_view(text).substr(0, teaser))), Form::text));
  pieces.push_back(piece(text.substr(teaser), Form::text));
}

std::vector<Block> blocks_of(const Page& page, const Tables& tables) {
  if (!page.layout.boxes.empty()) return content_of(page, tables.boxes);
  std::vector<Block> blocks;
  for (auto& text : paragraphs_of(page.text)) blocks.push_back({std::move(text), Shape::plain});
  return blocks;
}

}  // namespace

std::vector<Piece> pieces_of(const Page& page, const Tables& tables) {
  std::vector<Piece> pieces;
  bool below = false;
  for (const auto& [text, shape] : blocks_of(page, tables)) {
    const size_t before = pieces.size();
    Piece made = formed(text, shape, below, tables);
    if (made.form == Form::text) {
      part_text(text, tables, pieces);
    } else if (made.form != Form::caption || !part_ending(text, tables, pieces)) {
      pieces.push_back(std::move(made));
    }
    below = below || pieces.back().form == Form::text || (pieces.size() > 1 && pieces.end()[-2].form == Form::text);
    for (size_t i = before; i < pieces.size(); ++i) pieces[i].shape = shape;
  }
  return pieces;
}

bool has_caption_sign(std::string_view text, const Tables& tables) {
  for (const auto& sign : tables.signs) {
    if (sign.pattern.find(text)) return true;
  }
  return false;
}

}  // namespace coranto::isolate
