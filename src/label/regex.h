// Regular expressions of Python's `re`, run by PCRE2 with its JIT.
//
// What a package's patterns use is understood alike by both; the rest is translated: \uXXXX and \UXXXXXXXX, a leading
// (?u), and \s, \S, whose white space differs by five code points. \w and \d are Unicode's in both.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/result.h"
#include "coranto/span.h"

namespace coranto::label {

// Compiled once, immutable, shared by all threads; each thread brings its own Room.
class Regex {
 public:
  // Working memory of a match.
  class Room {
   public:
    Room();
    Room(Room&&) noexcept;
    Room& operator=(Room&&) noexcept;
    ~Room();

   private:
    friend class Regex;
    struct Parts;
    std::unique_ptr<Parts> parts_;
  };

  // Matches nothing.
  Regex();
  // Fails with Code::model; `where` names the expression.
  static Result<Regex> compile(std::string_view python, const std::string& where);

  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  ~Regex();

  // The leftmost match at or after byte `from`. `text` must be valid UTF-8. A search that would take more than ten
  // million steps counts as no match.
  std::optional<Span> search(std::string_view text, Room& room, size_t from = 0) const;

  // The match that begins with the text.
  bool matches_at_start(std::string_view text, Room& room) const;

  // All matches from left to right, without overlap.
  void find_all(std::string_view text, Room& room, std::vector<Span>& out) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// The expression in PCRE2's syntax.
std::string pcre_of_python(std::string_view python);

}  // namespace coranto::label
