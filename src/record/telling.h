// A telling: one event as one report tells it, with what it is compared by.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/database.h"
#include "coranto/result.h"

namespace coranto::record {

using Days = std::pair<int64_t, int64_t>;  // first and last, since 1970-01-01

struct Telling {
  std::string id, type, report, story, place, country, verdict, trigger;
  std::string root;    // the report, or the one it copies
  std::string origin;  // source of the root
  uint64_t sentence = 0;
  std::optional<Days> days;
  bool dated = false;                 // `days` is narrow enough to be compared by
  std::vector<std::string> sides[2];  // names: actors, recipients
  std::vector<std::string> keys[2];   // of those that are named, ascending
};

// Leaves in the temporary table `touched` the ids of the events to which those of reports added or moved after
// the change `since` are linked, or were until then, over however many others; those too.
Result<void> touch(Database& database, int64_t since);

// The touched events, ascending by id.
Result<std::vector<Telling>> touched_tellings(Database& database);

// How much alike two tellings are; 0 if they do not tell the same act. Tellings that are not linked (see `touch`) have
// none.
int likeness(const Telling& a, const Telling& b);

}  // namespace coranto::record
