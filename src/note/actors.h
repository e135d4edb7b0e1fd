// Who: the cast of a report. Every noun phrase that may speak, act or be acted on, gathered into actors.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/notes.h"
#include "note/places.h"
#include "note/tree.h"

namespace coranto::note {

// Countries, demonyms, offices, sector nouns, known bodies: data/actors/.
class ActorTables {
 public:
  static Result<ActorTables> open(const std::string& data);
  ActorTables(ActorTables&&) noexcept;
  ~ActorTables();
  struct Lists;
  const Lists& lists() const { return *lists_; }

 private:
  explicit ActorTables(std::unique_ptr<Lists> lists);
  std::unique_ptr<Lists> lists_;
};

// Built once a document. Gathers named actors, their titles, surnames, nominal and pronoun mentions at once; other
// noun phrases become actors when a statement or an event asks for them. What it is built from must outlive it.
class Cast {
 public:
  Cast(const Tree& tree, const std::vector<Place>& places, const Gazetteer& gazetteer, const ActorTables& tables);
  ~Cast();

  // Actors that the noun phrase headed by `noun` names; coordinations give one each, a plural pronoun or "the two" its
  // members, an office with its holder the holder. A phrase that can be no actor ("the plan", "Thursday") gives none,
  // unless a country or body owns it and stands for it ("Beijing's plan" gives none; "US forces" an actor of its own).
  std::vector<ActorIndex> at(Index noun);

  // The one actor of the phrase, a joint speaker ("Both men") as one; no_actor if it can be none.
  ActorIndex one_at(Index noun);

  // Who stands behind a thing: the owner of "Beijing's plan", the author of "the minister's remarks"; else none.
  std::vector<ActorIndex> owners_of(Index noun);

  // An actor without a mention of its own that can speak or act ("unnamed sources").
  ActorIndex nameless(std::string_view name, Span mention);

  // Whose words stand in `quote`: "I" and "we" in it are then the speaker. To be said before such a pronoun is asked
  // for.
  void speaks(Span quote, ActorIndex speaker);

  const Actor& actor(ActorIndex index) const;

  // Fills notes.actors, to be called once and last: every named actor, and of the nameless ones those that a statement
  // or an event of `notes` names or that are party to a verb and whose noun says what they are; in order of first
  // mention. The indices in statements and events follow.
  void take(Notes& notes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace coranto::note
