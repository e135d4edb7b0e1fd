// config.cfg of a package: sections of `key = value`, each value JSON. Only what is asked for is read.
//
// A value `${a.b:c}` stands for that of "a.b.c"; the pairs of a value {"b": c} are there as those of a section would be.
#pragma once

#include <cstdint>
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

  // The value of "section.key", empty where there is none: raw("nlp.lang") is "\"en\"".
  std::string_view raw(std::string_view key) const;
  // The same without quotes.
  std::string_view text(std::string_view key) const;
  // The texts of a list.
  std::vector<std::string> list(std::string_view key) const;
  // A number and a list of numbers, each 0 to 2^31 - 1; -1 and nothing where something else stands there.
  int64_t number(std::string_view key) const;
  std::vector<uint32_t> numbers(std::string_view key) const;

 private:
  void add(const std::string& key, std::string_view value);

  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace coranto::label
