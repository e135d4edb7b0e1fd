// A spaCy package folder: what its meta.json and config.cfg say.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "coranto/result.h"

namespace coranto::label {

struct Package {
  std::string folder;
  std::string name;                           // "en_core_web_sm 3.8.0"
  std::map<std::string, std::string> values;  // "components.lemmatizer:mode" -> "rule"; JSON, but texts without quotes

  // Fails with Code::model unless it is a package of English for spaCy 3.7 or 3.8 whose parts are those this stage runs.
  static Result<Package> open(const std::string& folder);

  // Empty where config.cfg does not say.
  std::string_view value(const std::string& section, const std::string& key) const;
};

}  // namespace coranto::label
