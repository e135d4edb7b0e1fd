// The words of a text as full-text search counts them.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace coranto::record {

// Adds to `counts` every run of letters, digits and combining marks of `text`, in lower case. Of no language: no stems,
// no stop words. Runs over 64 bytes are cut there.
void count_terms(std::string_view text, std::map<std::string, uint32_t>& counts);

}  // namespace coranto::record
