// An article as HTML: its own text in plain markup, its metadata as meta elements.
#pragma once

#include <string>

#include "coranto/article.h"

namespace coranto::programs {

// One `article` element and a line end; all text escaped.
std::string html_of(const Article& article);

}  // namespace coranto::programs
