// The rules of a package's `tokenizer` file: affix expressions and special cases ("don't" -> "do" "n't").
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/result.h"
#include "label/lexeme.h"
#include "label/regex.h"

namespace coranto::label {

// A token without its place: so many bytes, this word, and its norm (the word's own unless a special case gives one).
struct Cut {
  const Lexeme* lexeme = nullptr;
  uint64_t norm = 0;
  uint32_t size = 0;
};

struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const;
};
struct SameText {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const { return a == b; }
};

struct TokenizerRules {
  Regex prefix, suffix, infix, token_match, url_match;
  bool faster_heuristics = true;
  boost::unordered_flat_map<std::string, std::vector<Cut>, TextHash, SameText> specials;
  size_t longest_special = 0;

  // Reads `folder`/tokenizer. The cuts of special cases point into `lexemes`.
  static Result<TokenizerRules> open(const std::string& folder, const Lexemes& lexemes);

  // The cuts of special case `text`, null if it is none.
  const std::vector<Cut>* special(std::string_view text) const {
    if (text.size() > longest_special) return nullptr;
    const auto at = specials.find(text);
    return at == specials.end() ? nullptr : &at->second;
  }
};

}  // namespace coranto::label
