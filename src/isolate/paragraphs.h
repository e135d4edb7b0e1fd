// The paragraphs of a page, from its lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace coranto::isolate {

// Trimmed, inner runs of blanks made one, never empty. A line is a paragraph; where the page is wrapped at a fixed
// width (blank lines between blocks, lines that break in mid-sentence), a block is.
std::vector<std::string> paragraphs_of(std::string_view text);

bool begins_lower(std::string_view text);

size_t count_words(std::string_view text);

// Ends as a sentence does: . ! ? or … and what may close after it.
bool ends_sentence(std::string_view text);

// Ends in the middle of a sentence: neither ends_sentence nor with a colon or another mark that stands at an end; also
// on … or "...".
bool breaks_off(std::string_view text);

}  // namespace coranto::isolate
