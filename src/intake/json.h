// JSON objects that carry a report, or say something about one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coranto/result.h"

namespace coranto::intake {

// What an object says of its fields `text`, `source`, `title`, `published` and `byline` (a string or an array of
// them); empty where it lacks one. Others are passed over.
struct Stated {
  std::string text, source, title, published;
  std::vector<std::string> byline;
};

// Reads one object. Fails where it is no JSON, no object, a field has another type, or `published` is no ISO day.
Result<Stated> stated_in(std::string_view json, const std::string& where);

}  // namespace coranto::intake
