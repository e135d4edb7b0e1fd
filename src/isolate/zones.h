// The zones of a page: what is the article's own text, what stands around it, what belongs to other stories.
#pragma once

#include <string>
#include <vector>

#include "coranto/article.h"
#include "coranto/page.h"
#include "isolate/content.h"
#include "isolate/tables.h"

namespace coranto::isolate {

enum class Role { body, teaser, part };

// A paragraph, or a stretch of one, and what it is.
struct Piece {
  std::string text;
  Shape shape = Shape::plain;  // by its markup
  Form form = Form::text;  // by itself
  Role role = Role::body;  // by its place
  PartKind part = PartKind::furniture;
  std::string names, agencies, day;  // what its form read out
  const char* step = "text";         // the step that decided on it
  size_t row = 0;                    // line of forms.tsv that gave its form, 0 if none did
};

// Every paragraph of the page, in its order.
std::vector<Piece> zones_of(const Page& page, const Tables& tables);

// The article first (its text empty where no piece is body), then the teasers.
std::vector<Article> articles_of(const std::vector<Piece>& pieces, Article article, const Tables& tables);

}  // namespace coranto::isolate
