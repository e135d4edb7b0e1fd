// An HTML page as a plain tree: what is needed of it to find its text, and nothing of the parser that read it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/result.h"

namespace coranto::intake {

struct Element {
  std::string tag;                                // "p", lower case; empty for a stretch of text
  std::string text;                               // of a stretch of text, as it stands
  std::map<std::string, std::string> attributes;  // lower-case names
  std::vector<Element> children;

  bool is(std::string_view name) const { return tag == name; }
  std::string_view attribute(const std::string& name) const;
  std::string whole_text() const;  // all text in it, white space squeezed
};

// Parses a page in UTF-8. What is nested deeper than 250 elements is left out. Fails where the page is made to be slow
// (bounded_parse.h).
Result<Element> parse_html(std::string_view page);

}  // namespace coranto::intake
