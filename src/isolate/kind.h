// What a page is made for, where its metadata do not say or say it of every page of a site.
#pragma once

#include <vector>

#include "coranto/imprint.h"
#include "isolate/zones.h"

namespace coranto::isolate {

// The imprint's own kind, but
//   stub     where there is hardly any text and a line says that the rest has to be paid for or that nothing is here
//            (class stub of words.tsv); a story marked as paid that came whole is an article
//   live     where three or more clock times stand each before its text
//   article  where none of these holds and there is a story's text
PageKind kind_of(const Page& page, const Article& article, const std::vector<Piece>& pieces, const Tables& tables);

// Takes out of the text of a stub the lines that say why there is no more of it; whether there were any.
bool cut_signs(std::vector<Piece>& pieces, const Tables& tables);

// The entries of a page whose text is parted by clock times, in its order. Times are on the article's day; empty where
// it has none, or where the hours go up and down, as they do past midnight.
std::vector<Post> posts_of(const Article& article, const std::vector<Piece>& pieces);

}  // namespace coranto::isolate
