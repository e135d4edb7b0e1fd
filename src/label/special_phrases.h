// The second look at special cases: those that hold affixes or spaces (":)", "e.g." after a bracket) may have been cut
// apart by the chunk splitter, and are put together again where the same tokens stand in a row.
//
// After spaCy's PhraseMatcher over ORTH and Tokenizer._apply_special_cases, longest match first.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string_view>
#include <vector>

#include "coranto/span.h"
#include "label/tokenizer_rules.h"

namespace coranto::label {

// A token in its place.
struct Piece {
  Span span;
  const Lexeme* lexeme = nullptr;
  uint64_t norm = 0;
  bool space_after = false;
};

class SpecialPhrases {
 public:
  // Adds the words of one special case as the splitter cuts them without special cases.
  void add(const std::vector<Cut>& words);

  // Replaces the tokens of every special case found among `pieces`, the tokens of `text`.
  void apply(const TokenizerRules& rules, std::string_view text, std::vector<Piece>& pieces) const;

 private:
  struct Step {
    uint32_t node;
    uint64_t orth;
    bool operator==(const Step&) const = default;
  };
  struct StepHash {
    size_t operator()(const Step& step) const { return step.orth ^ (step.node * 0x9E3779B97F4A7C15ULL); }
  };

  void find(const std::vector<Piece>& pieces, std::vector<Span>& out) const;

  boost::unordered_flat_map<Step, uint32_t, StepHash> next_;
  std::vector<bool> ends_{false};  // of each node: a special case ends here; node 0 is the root
};

}  // namespace coranto::label
