// What the page says of the article before its text is looked at.
#pragma once

#include "coranto/article.h"
#include "coranto/page.h"
#include "isolate/tables.h"

namespace coranto::isolate {

// Source, title, authors, day and imprint; the text empty. Where the metadata name no author or no day, the lines
// beside the headline are asked: the nearest that is a byline, the nearest that is a stamp.
Article begun(const Page& page, const Tables& tables);

}  // namespace coranto::isolate
