// Words as the network sees them: the attributes that depend on a word's letters alone, computed once a word.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "coranto/result.h"
#include "label/features.h"

namespace coranto::label {

struct Lexeme {
  std::string text;
  std::string lower;
  Features features;         // `space_after` is the token's, false here
  uint16_t ruler_class = 0;  // what the attribute ruler sees of it, see attribute_ruler.h
  bool kept = false;         // lives as long as its Lexemes; otherwise as long as the caller's overflow
};

// All words met, shared by all threads. Holds at most 131,072, some 30 MB, more than nearly
// all tokens of news are made of: words met later go to the caller's own `overflow`.
class Lexemes {
 public:
  using Classifier = std::function<uint16_t(std::string_view lower, bool is_space)>;

  // Reads the norms of `folder`/vocab/lookups.bin (a package without them has none).
  static Result<Lexemes> open(const std::string& folder, Classifier ruler_class);

  Lexemes(Lexemes&&) noexcept;
  Lexemes& operator=(Lexemes&&) noexcept;
  ~Lexemes();

  // The word `text`, which must not be empty. Thread-safe; takes a lock of one of 16 parts.
  const Lexeme* get(std::string_view text, std::deque<Lexeme>& overflow) const;

 private:
  struct Parts;
  explicit Lexemes(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// spaCy's word shape: "Xxxx", "d,ddd"; runs are cut after four, 100 code points and more are "LONG".
std::string word_shape(std::string_view text);

}  // namespace coranto::label
