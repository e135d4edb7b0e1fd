// The words and phrases of time expressions: data/times/.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coranto/result.h"

namespace coranto::note {

// The part that a word may play in a time expression; see data/times/words.tsv.
enum class Role {
  weekday,
  weekdays,
  month,
  unit,
  units,
  number,
  ordinal,
  season,
  part,
  parts,
  clock,
  last,
  this_,
  next,
  today,
  tonight,
  ago,
  earlier,
  later,
  many,
  edge,
  every,
  repeat,
  vague,
  decade,
  approximate
};

struct TimeWord {
  Role role;
  int number = 0;    // value as a number, 0 if it is none
  std::string code;  // value as written
};

struct TimePhrase {
  std::string text;  // lower case
  std::string value;
};

// Immutable after opening; all threads may read it.
class TimeTables {
 public:
  // `data`: the folder with the tables. Fails where one is missing or has an unknown kind.
  static Result<TimeTables> open(const std::string& data);

  // All roles of a lower-case word, empty if it has none.
  const std::vector<TimeWord>& word(std::string_view lower) const;
  // Phrases that begin with this lower-case word, longest first.
  const std::vector<TimePhrase>& phrases(std::string_view lower) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <typename T>
  using ByText = std::unordered_map<std::string, std::vector<T>, Hash, std::equal_to<>>;

  ByText<TimeWord> words_;
  ByText<TimePhrase> phrases_;
};

}  // namespace coranto::note
