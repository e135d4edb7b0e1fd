// Lemmas by suffix rules, an index of known words and lists of exceptions: spaCy's English lemmatizer in mode "rule".
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "coranto/result.h"

namespace coranto::label {

// Immutable after opening; thread-safe.
class Lemmatizer {
 public:
  // Reads `folder`/lemmatizer/lookups/lookups.bin.
  static Result<Lemmatizer> open(const std::string& folder);

  Lemmatizer(Lemmatizer&&) noexcept;
  Lemmatizer& operator=(Lemmatizer&&) noexcept;
  ~Lemmatizer();

  // The lemma of `text` whose lower case form is `lower`. `pos`: universal, "VERB"; `morph`: "Tense=Past|VerbForm=Fin".
  std::string lemma(std::string_view text, std::string_view lower, std::string_view pos, std::string_view morph) const;

 private:
  struct Parts;
  explicit Lemmatizer(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// Whether a word so analysed is not inflected, so that it is its own lemma.
bool is_base_form(std::string_view pos, std::string_view morph);

}  // namespace coranto::label
