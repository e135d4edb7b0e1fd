// Text -> tokens, equal to spaCy's Tokenizer with the package's rules.
//
// The text is cut where white space begins or ends: a single space after a token belongs to it, other white space is a
// token of its own. What lies between is a chunk (chunk_splitter.h); chunks repeat, so each thread keeps the cuts of
// those it has met. Lastly special cases that were cut apart are mended (special_phrases.h).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/result.h"
#include "label/lexeme.h"
#include "label/special_phrases.h"

namespace coranto::label {

class Tokenizer {
 public:
  // Working memory and cache of one thread, about 10 MB when full; works for one Tokenizer only.
  class Room {
   public:
    Room();
    Room(Room&&) noexcept;
    Room& operator=(Room&&) noexcept;
    ~Room();
    // Words that Lexemes had no room for live until this is called.
    void forget_overflow();

   private:
    friend class Tokenizer;
    struct Parts;
    std::unique_ptr<Parts> parts_;
  };

  // Reads `folder`/tokenizer. `lexemes` must outlive the tokenizer.
  static Result<Tokenizer> open(const std::string& folder, const Lexemes& lexemes);

  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;
  ~Tokenizer();

  // `out` becomes the tokens of `text`. Thread-safe with a Room a thread. A chunk that is no UTF-8 is one token. Allocates
  // nothing for chunks met before.
  void tokenize(std::string_view text, Room& room, std::vector<Piece>& out) const;

 private:
  struct Parts;
  explicit Tokenizer(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace coranto::label
