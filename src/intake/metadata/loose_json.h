// JSON as pages embed it.
#pragma once

#include <string>
#include <string_view>

namespace coranto::intake {

// JSON that a strict parser takes, from what is nearly JSON: without comment and CDATA marks around it, line breaks and
// tabs inside strings escaped, commas before a closing bracket dropped, a missing comma between objects set. One pass.
std::string mended_json(std::string_view text);

// "Tom &amp; Jerry &#8216;live&#8217;" -> as a reader sees it; what is no known reference stays.
std::string without_references(std::string_view text);

}  // namespace coranto::intake
