// Which rule of the lexicon a word of the text meets: the words of its pattern, then its conditions.
#pragma once

#include <optional>
#include <vector>

#include "note/actors.h"
#include "note/event_arguments.h"
#include "note/event_lexicon.h"
#include "note/tree.h"

namespace coranto::note {

// One word read as an act.
struct Reading {
  const Rule* rule = nullptr;
  Index trigger = no_token;
  std::vector<Index> words;  // the other words of the pattern
  Index light = no_token;    // the verb that carries a noun
};

class Matcher {
 public:
  Matcher(const Tree& tree, Cast& cast, const Lexicon& lexicon, const WordClasses& classes)
      : tree_(tree), cast_(cast), lexicon_(lexicon), classes_(classes), arguments_(tree, classes) {}

  // The most specific rule that the token meets, also one that says "no act"; nothing if it meets none.
  std::optional<Reading> read(Index token);

  const Arguments& arguments() const { return arguments_; }

  // The noun names a member of the class: itself, as a compound, or as the thing counted ("a series of attacks").
  bool is_member(Index noun, std::string_view word_class) const;

 private:
  bool words_match(const Rule& rule, Index trigger, std::vector<Index>& words) const;
  Index find_word(const PatternWord& word, Index trigger, const std::vector<Index>& words, bool noun) const;
  bool fits(const PatternWord& word, Index token) const;
  bool meets(const Condition& condition, const Reading& reading);
  bool same_side(Index a, Index b);  // one actor, or two of one country
  bool is_clause_of(Index verb, std::string_view value);
  bool has_role(Index noun, std::string_view word_class);
  bool is_of(Index noun, std::string_view value);
  bool has_actor(Index noun, std::string_view value);

  const Tree& tree_;
  Cast& cast_;
  const Lexicon& lexicon_;
  const WordClasses& classes_;
  Arguments arguments_;
};

}  // namespace coranto::note
