// An HTML page as a plain tree: what is needed of it to find its text, and nothing of the parser that read it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/result.h"

namespace coranto::intake {

struct Attribute {
  std::string_view name, value;  // the name in lower case
};

// Views point into the HtmlTree that the element belongs to.
struct Element {
  std::string_view tag;   // "p", lower case; empty for a stretch of text
  std::string_view text;  // of a stretch of text, as it stands
  std::vector<Attribute> attributes;
  std::vector<Element> children;

  bool is(std::string_view name) const { return tag == name; }
  bool has(std::string_view attribute) const;
  std::string_view attribute(std::string_view name) const;  // empty where it has none
  std::string whole_text() const;                           // all text in it, white space squeezed
};

struct HtmlTree {
  std::shared_ptr<const void> source;  // keeps what the views point to
  Element root;
};

// Parses a page in UTF-8. What is nested deeper than 250 elements is left out. Fails where the page is made to be slow
// (bounded_parse.h).
Result<HtmlTree> parse_html(std::string_view page);

}  // namespace coranto::intake
