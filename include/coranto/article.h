// An article: one story's own text, freed of what stood around it, which is kept as parts.
#pragma once

#include <string>
#include <vector>

#include "coranto/page.h"

namespace coranto {

enum class ArticleKind { article, teaser, caption, page };
enum class PartKind { title, byline, credit, caption, teaser, dateline, furniture };

struct Part {
  PartKind kind = PartKind::furniture;
  std::string text;
};

struct Article {
  std::string source;
  ArticleKind kind = ArticleKind::article;
  std::string text;                   // paragraphs joined by "\n\n"; when the page was isolated, its text unchanged
  std::string title;                  // empty if unknown; of a teaser, its kicker
  std::vector<std::string> byline;    // "Staff writer", "Jane Roe"
  std::vector<std::string> agencies;  // "AP", "Bloomberg"
  std::string published;              // ISO day, empty if unknown
  DateSource published_from = DateSource::none;
  Imprint imprint;
  std::vector<Part> parts;  // what was cut from the page, in its order
};

}  // namespace coranto
