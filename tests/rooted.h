// Where the project's own files lie when its tests run.
#pragma once

#include <string>
#include <string_view>

namespace coranto {

// The path of a file of the project; `path` begins with a slash and counts from the project's root.
std::string rooted(std::string_view path);

}  // namespace coranto
