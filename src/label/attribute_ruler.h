// Part of speech, morphology and some lemmas from tags, relations and words: spaCy's AttributeRuler.
//
// A rule's pattern tests one or two tokens in a row. What it asks of a token's lower case form, and of being white
// space, depends on the word alone: it is answered once a word and kept in the word as its class. With class and tag
// known, one-token rules are a short list; only words and relations that begin a longer pattern cost more.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/document.h"
#include "coranto/result.h"
#include "label/features.h"
#include "label/special_phrases.h"

namespace coranto::label {

class AttributeRuler {
 public:
  // Reads `folder`/attribute_ruler/patterns. `tags` and `deps` give the numbers in Analysis their names. Understands
  // tests of LOWER, TAG, DEP and IS_SPACE by value, IN, NOT_IN and REGEX; others fail with Code::model.
  static Result<AttributeRuler> open(const std::string& folder, const std::vector<std::string>& tags,
                                     const std::vector<std::string>& deps);

  AttributeRuler(AttributeRuler&&) noexcept;
  AttributeRuler& operator=(AttributeRuler&&) noexcept;
  ~AttributeRuler();

  // The class of a word, to be kept in its lexeme. Thread-safe.
  uint16_t class_of(std::string_view lower, bool is_space) const;

  // Sets pos, morph, lemma, tag and dep of `tokens` where rules say so; of several rules the last wins. All rules see
  // the tokens as `analysis` has them. The views point into the ruler; equal texts are the same view.
  void apply(std::span<const Piece> pieces, const Analysis& analysis, std::span<Token> tokens) const;

 private:
  struct Parts;
  explicit AttributeRuler(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace coranto::label
