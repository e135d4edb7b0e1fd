// The tables of data/actors/, as look-ups.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "note/actors.h"

namespace coranto::note {

// What kind of thing an actor is, as grammar and coreference see it.
enum class Sort { person, office, crowd, body, state };

struct Noun {
  std::string sector;
  Sort sort = Sort::person;
  bool firm = true;  // false: the body it belongs to gives the sector
  char gender = '-';
  bool home = true;  // of the report's own country where none is said
};

struct Body {
  std::string name, sector, country;
  bool shared = false;  // other countries have a body of that name
};

struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename Value>
using Lookup = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

struct ActorTables::Lists {
  Lookup<Noun> nouns;          // "foreign minister"
  Lookup<std::string> titles;  // "gen" -> "general"
  Lookup<char> title_gender;   // "mrs" -> f
  Lookup<char> given;          // "Aaron" -> m
  std::vector<Body> bodies;
  Lookup<size_t> body_of;  // each name and other name, as written

  Lookup<std::string> name_words;            // "ledger" -> JRN, in names of bodies
  Lookup<std::vector<std::string>> offices;  // "secretary of state" -> countries that have it by that name
  Lookup<bool> things;                       // agentive nouns that name no person

  Lookup<std::vector<std::string>> kinds;   // "paper" -> sectors of the bodies it may take up, "-" for unknown
  Lookup<bool> no_names;                    // capitalised words that alone name nobody
  Lookup<bool> portfolios;                  // "defense" in "Minister of Defense X"
  Lookup<bool> speech;                      // verbs of speech, from data/statements/cues.tsv
  Lookup<std::vector<size_t>> body_starts;  // by first word: bodies whose name has several words

  const Noun* noun(std::string_view words) const;
  // The noun that a token's text or lemma is a form of, plurals of names too ("Gendarmes").
  const Noun* noun_of(const Token& token) const;
  const Body* body(std::string_view name) const;
  // Countries that have an office of this name, the best known first; null where many have it.
  const std::vector<std::string>* countries_of(std::string_view office) const;
};

}  // namespace coranto::note
