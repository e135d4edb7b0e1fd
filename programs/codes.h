// Words for the codes of countries and sectors.
#pragma once

#include <string>
#include <unordered_map>

#include "coranto/result.h"

namespace coranto::programs {

class Codes {
 public:
  // Knows no code: each stands for itself.
  Codes() = default;

  // Reads places/countries.tsv and show/codes.tsv in the folder of tables.
  static Result<Codes> open(const std::string& data);

  // "Indonesia" for "IDN"; the code where there are no words for it, empty where a reader needs none.
  std::string words(const std::string& code) const;

 private:
  Result<void> add(const std::string& path, const char* code, const char* words);

  std::unordered_map<std::string, std::string> words_;
};

}  // namespace coranto::programs
