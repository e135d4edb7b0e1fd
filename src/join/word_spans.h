// Where the words of a wording stand in the text that it was made of.
#pragma once

#include <string_view>
#include <vector>

#include "coranto/span.h"

namespace coranto::join {

// One span for each word of wording_of(normal_form(text)), in bytes of the text. Words that no blank or mark parts and
// that are more than one by their script have the span of their letter, or share that of the whole.
std::vector<Span> word_spans(std::string_view text);

}  // namespace coranto::join
