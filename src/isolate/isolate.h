// isolate: page -> articles.
//
// takes  a page
// gives  the article in it, then each teaser of another story that was fused to it as an article of its own
//        (kind teaser, title = its kicker); what else was cut stands in the article's parts
// fails  never: a page without an article gives one of kind page with an empty text
#pragma once

#include <vector>

#include "coranto/article.h"
#include "coranto/page.h"

namespace coranto::isolate {

std::vector<Article> isolate(const Page& page);

}  // namespace coranto::isolate
