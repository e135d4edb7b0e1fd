// The lists behind CueTables, as the rules of this folder use them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "note/statements.h"

namespace coranto::note {

// What a cue can govern as content; the words of column "takes" in data/statements/cues.tsv.
enum Takes : uint32_t {
  takes_quote = 1 << 0,
  takes_clause = 1 << 1,
  takes_aside = 1 << 2,
  takes_infinitive = 1 << 3,
  takes_gerund = 1 << 4,
  takes_object = 1 << 5,
  takes_for = 1 << 6,
  takes_of = 1 << 7,
  takes_as = 1 << 8,
  takes_small = 1 << 9,
  takes_addressee = 1 << 10,
  takes_any_subject = 1 << 11,  // whatever noun is its subject speaks
};

struct CueEntry {
  uint32_t takes = 0;
  bool negative = false;
  std::string channel;  // empty if the word tells none
  bool can(Takes what) const { return (takes & what) != 0; }
};

struct ChannelWord {
  std::string channel;  // empty for what only speaks itself: "the poll found"
  bool speaks = false;  // "the statement said": its author speaks
};

struct CueTables::Lists {
  std::unordered_map<std::string, CueEntry> verbs, nouns;  // by lemma, "rule out" too
  std::unordered_map<std::string, ChannelWord> channels;   // by lower case words
  std::unordered_set<std::string> outlets;                 // as written
  std::unordered_set<std::string> bodies;                  // lower case

  const CueEntry* verb(std::string_view lemma) const;
  const CueEntry* noun(std::string_view lemma) const;
  const ChannelWord* channel(std::string_view words) const;
};

}  // namespace coranto::note
