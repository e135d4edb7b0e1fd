// Texts longer than any report: books, dumps of many pages.
#pragma once

#include <vector>

#include "coranto/article.h"

namespace coranto::isolate {

// The longest text of one report in bytes; spaCy too refuses longer ones. What is noted of a report is held in memory,
// so this bounds it.
inline constexpr size_t longest_text = 1000000;

// The article itself, or, where its text is too long, several with stretches of it, cut at the last end of a paragraph
// that fits, else of a line, a word, a letter. All say the same of themselves; what was cut from the page stays with
// the first.
std::vector<Article> portions_of(Article article);

}  // namespace coranto::isolate
