// What in a page's markup may tell its metadata, gathered in one walk.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/element.h"

namespace coranto::intake {

struct Sign {
  std::string_view name;  // of a meta element's property, name or itemprop; of another element, its itemprop
  std::string value;      // content, datetime or href; else the text
  size_t line = 0;        // how many lines stand before it
};

// A line of text as a reader sees it, short enough to be a headline, a byline or a stamp; a longer one is only counted.
struct ShortLine {
  std::string text;
  size_t line = 0;
  size_t level = 0;    // 1 to 6 where it is h1 to h6
  bool deck = false;   // its class says that it stands under the headline
  bool aside = false;  // in a footer, a menu, a comment, a list of other stories
};

struct Signs {
  std::vector<Sign> metas;    // meta elements, wherever they stand
  std::vector<Sign> props;    // other elements with an itemprop, outside comments and asides
  std::vector<Sign> times;    // time elements with a datetime, outside comments and asides
  std::vector<Sign> authors;  // links with rel=author and elements whose class names the author; name is empty
  std::vector<ShortLine> lines;
  std::vector<size_t> long_lines;         // where running text stands
  std::vector<std::string_view> scripts;  // JSON-LD
  std::string title, canonical, language;

  std::string_view meta(std::string_view name) const;  // the first that is not empty; without regard to case
};

Signs signs_of(const Element& page);

}  // namespace coranto::intake
