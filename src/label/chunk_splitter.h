// One chunk of a text (what stands between white space) -> its tokens.
//
// Prefixes and suffixes are peeled off in turn until nothing is left to peel or the rest is a special case; the core
// is a special case, a URL, or is cut at its infixes. After spaCy's Tokenizer._split_affixes and _attach_tokens; its
// results do not depend on what was cached.
#pragma once

#include <deque>
#include <string_view>
#include <vector>

#include "label/tokenizer_rules.h"

namespace coranto::label {

struct SplitRoom {
  Regex::Room regex;
  std::deque<Lexeme> overflow;  // words beyond what Lexemes holds
  std::vector<std::string_view> suffixes;
  std::vector<Span> infixes;
};

struct ChunkSplitter {
  const TokenizerRules& rules;
  const Lexemes& lexemes;
  bool with_specials = true;

  // Appends the tokens of `chunk`, which must not be empty and must be valid UTF-8.
  void split(std::string_view chunk, SplitRoom& room, std::vector<Cut>& out) const;

 private:
  std::string_view peeled(std::string_view rest, SplitRoom& room, std::vector<Cut>& out) const;
  void split_core(std::string_view core, SplitRoom& room, std::vector<Cut>& out) const;
  void split_infixes(std::string_view core, SplitRoom& room, std::vector<Cut>& out) const;
  void add(std::string_view text, SplitRoom& room, std::vector<Cut>& out) const;
  bool is_special(std::string_view text) const { return with_specials && rules.special(text); }
};

// Length in bytes of the prefix (suffix) that the rules would peel off, 0 if none.
size_t prefix_size(const TokenizerRules& rules, std::string_view text, Regex::Room& room);
size_t suffix_size(const TokenizerRules& rules, std::string_view text, Regex::Room& room);

}  // namespace coranto::label
