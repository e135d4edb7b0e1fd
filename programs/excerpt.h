// Texts cut to the room there is for them, between words.
#pragma once

#include <string>
#include <string_view>

#include "coranto/span.h"

namespace coranto::programs {

// The beginning of `text`, about `columns` wide, with " …" where something was cut.
std::string beginning(std::string_view text, size_t columns);

// The part of `whole` around `kept`, which lies in it; about `columns` wide where `kept` is not longer.
Span around(std::string_view text, Span whole, Span kept, size_t columns);

// `text` with the quotation mark that it lacks at its end or beginning.
std::string balanced(std::string text);

}  // namespace coranto::programs
