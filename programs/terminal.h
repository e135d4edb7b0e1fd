// Text for a terminal: styles, and lines wrapped to its width.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace coranto::programs {

enum class Style { plain, bold, dim, name, type, mark };

// What is written to.
struct Terminal {
  bool colour = false;  // without it, `mark` is put in [brackets] and the other styles do not show
  size_t width = 100;   // columns

  // `colour`: auto (a terminal, and NO_COLOR is not set), always, never.
  static Terminal of_stdout(const std::string& colour);
};

// Words in several styles that are wrapped as one paragraph. White space separates words, control characters (foreign
// text may hold escape sequences) are white space.
class Paragraph {
 public:
  explicit Paragraph(const Terminal& terminal) : terminal_(terminal) {}

  Paragraph& add(std::string_view text, Style style = Style::plain);

  // The first line is indented by `first` columns, the others by `rest`. Empty for a paragraph without words.
  std::string wrapped(size_t first, size_t rest) const;

 private:
  struct Piece {
    std::string text;
    Style style;
  };
  using Word = std::vector<Piece>;

  void add_to_word(std::string_view text, Style style);

  const Terminal& terminal_;
  std::vector<Word> words_;
  bool open_ = false;  // the next piece goes on with the last word
};

}  // namespace coranto::programs
