// The patterns of a package's attribute ruler as they are read, before they are indexed (attribute_ruler.cc).
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "coranto/result.h"
#include "label/regex.h"

namespace coranto::label {

// What a pattern may ask of one string: to be one of a list, none of a list, to match.
struct StringTest {
  enum class Kind { any, in, not_in, regex } kind = Kind::any;
  std::vector<std::string> values;
  Regex regex;

  bool holds(std::string_view text, Regex::Room& room) const;
};

struct TokenTest {
  StringTest lower, tag, dep;
  enum class Space { any, only, none } space = Space::any;

  // Asks something of the word alone.
  bool asks_word() const { return lower.kind != StringTest::Kind::any || space != Space::any; }
  bool word_holds(std::string_view text, bool is_space, Regex::Room& room) const;
};

// What a rule sets; null where it leaves the token as it is.
struct RulerAttributes {
  const std::string *pos = nullptr, *morph = nullptr, *lemma = nullptr, *tag = nullptr, *dep = nullptr;
};

struct RulerRule {
  std::vector<std::vector<TokenTest>> patterns;  // of each at least one token
  RulerAttributes attributes;
  int index = 0;  // which token of the pattern is changed; counts from the end where negative
};

struct RulerPatterns {
  std::vector<RulerRule> rules;
  std::unordered_set<std::string> texts;  // what the attributes point to

  static Result<RulerPatterns> open(const std::string& folder);
};

}  // namespace coranto::label
