// Who does and who suffers, by grammar: the arguments of a verb or noun through passive, control, coordination,
// relative clauses, participles and light verbs.
#pragma once

#include <string_view>
#include <vector>

#include "note/event_lexicon.h"
#include "note/tree.h"

namespace coranto::note {

class Arguments {
 public:
  Arguments(const Tree& tree, const WordClasses& classes) : tree_(tree), classes_(classes) {}

  // Nouns that stand in `slot` of the trigger, nearest first, without coordinated ones. `words`: the words of the
  // pattern already matched, whose prepositions count as the trigger's ("impose sanctions on").
  std::vector<Index> at(Index trigger, std::string_view slot, const std::vector<Index>& words) const;

  Index doer(Index verb) const;
  Index sufferer(Index verb) const;
  // Who does the nearest verb above, where the trigger is part of that act: "in talks with X", "a policy of sending".
  Index doer_above(Index trigger) const;
  // The verb that carries the noun ("launched an attack": launched), or no_token.
  Index light_verb(Index noun) const;

  // The verb told of those who attend talks: "warned in talks with X", "voiced concern at a meeting with X".
  Index attending_verb(Index talks) const;
  // "who", "which", "that" of a relative clause: the word it stands for; any other word: itself.
  Index person_above(Index relative, Index name) const;
  Index antecedent(Index noun) const;
  // Passive by form, by coordination with a passive, or as a participle after its noun.
  bool is_passive(Index verb) const;

 private:
  void add_clause(Index verb, std::string_view slot, std::vector<Index>& found) const;
  Index shared_object(Index verb) const;
  Index small_clause(Index verb) const;
  Index gerund_doer(Index verb) const;
  Index asked_through_preposition(Index verb, Index infinitive) const;
  Index infinitive_doer(Index noun) const;

  const Tree& tree_;
  const WordClasses& classes_;
};

bool is_verb(const Token& token);
bool is_noun(const Token& token);

}  // namespace coranto::note
