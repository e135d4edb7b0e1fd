// The headline of a page.
#pragma once

#include <string>
#include <string_view>

#include "intake/metadata/signs.h"

namespace coranto::intake {

// A headline and where it stands; `line` is npos where it stands only in the head of the page.
struct Headline {
  std::string text;
  size_t line = std::string::npos;
};

// The heading of the page that its metadata tell too, as the reader sees it; where there is none, the metadata's own
// title without the name of the site. `linked`: the headline of the JSON-LD.
Headline headline_of(const Signs& signs, std::string_view linked, std::string_view site);

// Letters and digits alone, ASCII in lower case: what is the same in two tellings of a title.
std::string plain(std::string_view text);

}  // namespace coranto::intake
