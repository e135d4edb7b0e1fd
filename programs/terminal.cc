#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "base/columns.h"
#include "base/utf8.h"

namespace coranto::programs {
namespace {

constexpr size_t narrowest = 40, broadest = 110;

size_t width_of_stdout() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const long wanted = columns ? std::strtol(columns, nullptr, 10) : 0;
  return wanted > 0 ? static_cast<size_t>(wanted) : 100;
}

const char* code_of(Style style) {
  switch (style) {
    case Style::bold:
      return "\x1b[1m";
    case Style::dim:
      return "\x1b[2m";
    case Style::name:
      return "\x1b[36m";
    case Style::type:
      return "\x1b[1;33m";
    case Style::mark:
      return "\x1b[1;4m";
    default:
      return "";
  }
}

bool breaks(char32_t point) { return point <= 0x20 || (point >= 0x7F && point < 0xA0); }

}  // namespace

Terminal Terminal::of_stdout(const std::string& colour) {
  const char* no_colour = std::getenv("NO_COLOR");
  const bool fit = isatty(STDOUT_FILENO) && !(no_colour && *no_colour);
  return {colour == "always" || (colour == "auto" && fit), std::clamp(width_of_stdout(), narrowest, broadest)};
}

Paragraph& Paragraph::add(std::string_view text, Style style) {
  const bool bracket = style == Style::mark && !terminal_.colour;
  if (bracket) add_to_word("[", Style::plain);
  for (size_t at = 0; at < text.size();) {
    const utf8::Step step = utf8::decode(text, at);
    if (breaks(step.point))
      open_ = false;
    else
      add_to_word(text.substr(at, step.size), style);
    at += step.size;
  }
  if (bracket) add_to_word("]", Style::plain);
  return *this;
}

void Paragraph::add_to_word(std::string_view text, Style style) {
  if (!open_) words_.emplace_back();
  open_ = true;
  Word& word = words_.back();
  if (word.empty() || word.back().style != style) word.push_back({"", style});
  word.back().text += text;
}

std::string Paragraph::wrapped(size_t first, size_t rest) const {
  std::string out;
  Style style = Style::plain;
  const auto turn = [&](Style to) {
    if (!terminal_.colour || to == style) return;
    if (style != Style::plain) out += "\x1b[0m";
    out += code_of(style = to);
  };
  size_t column = 0;
  for (const Word& word : words_) {
    size_t width = 0;
    for (const Piece& piece : word) width += utf8::columns(piece.text);
    const bool begins = column == 0, fits = column + 1 + width <= terminal_.width;
    if (begins || !fits) {
      turn(Style::plain);
      column = begins ? first : rest;
      out += (begins ? "" : "\n") + std::string(column, ' ');
    } else {
      if (style != word.front().style) turn(Style::plain);
      out += ' ', ++column;
    }
    for (const Piece& piece : word) turn(piece.style), out += piece.text;
    column += width;
  }
  turn(Style::plain);
  return out.empty() ? out : out + '\n';
}

}  // namespace coranto::programs
