// Small and capital letters of English words and names, where a token's own lower case is not at hand.
#pragma once

#include <string>
#include <string_view>

namespace coranto::note {

std::string lowered(std::string_view text);     // A to Z made small; other scripts stay as they are
std::string calmed(std::string_view text);      // "NEW YORK" -> "New York": headlines shout
bool has_small_letter(std::string_view text);   // a to z
bool upper_first(std::string_view text);        // A to Z, or a letter beyond ASCII, which may be either
bool upper_first_latin(std::string_view text);  // A to Z, or an accented Latin letter: not a mark, not another script

}  // namespace coranto::note
