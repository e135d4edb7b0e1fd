// Texts longer than any report: books, dumps of many pages.
#pragma once

#include <vector>

#include "coranto/article.h"

namespace coranto::isolate {

// The longest text of one report in bytes, some 40,000 words. Memory for a report, and the time that looking back in it
// takes, grow with its length, so this bounds them.
inline constexpr size_t longest_text = 250000;

// The article itself, or, where its text is too long, several with stretches of it, cut at the last end of a paragraph
// that fits, else of a line, a word, a letter. All say the same of themselves; what was cut from the page stays with
// the first.
std::vector<Article> portions_of(Article article);

}  // namespace coranto::isolate
