// The normal form in which texts are compared: what stays the same when a report is carried by another page.
#pragma once

#include <string>
#include <string_view>

namespace coranto::join {

// Compatibility form (NFKC), case-folded, every run of what is neither letter, mark nor digit made one blank; no blank
// at the ends. Brackets, quotation marks, dashes and white space make no difference.
std::string normal_form(std::string_view text);

}  // namespace coranto::join
