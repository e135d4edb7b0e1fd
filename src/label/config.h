// config.cfg of a package: sections of `key = value`, each value JSON. Only what is asked for is read.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/result.h"

namespace coranto::label {

class Config {
 public:
  // Fails with Code::model where the file is missing or a line is neither a section nor `key = value`.
  static Result<Config> open(const std::string& folder);

  // The value of "section.key" as it stands, empty where there is none: text("nlp.lang") is "\"en\"".
  std::string_view raw(std::string_view key) const;
  // The same without quotes.
  std::string_view text(std::string_view key) const;
  // The texts of a list.
  std::vector<std::string> list(std::string_view key) const;

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace coranto::label
