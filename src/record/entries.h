// Rows of the tables as entries of notes. Column 0 is the report; the others are those that read_rows.cc asks for.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/database.h"
#include "coranto/notes.h"

namespace coranto::record {

// Which place an entry has in its report's list.
class Entries {
 public:
  void name(std::string_view id, size_t at) { places_[std::string(id)] = static_cast<uint32_t>(at); }

  // The index of an entry in a list of `size`; no_actor (-1 as a place or time) if it is none of that list.
  uint32_t index(std::string_view id, size_t size) const;
  std::vector<ActorIndex> indices(const std::vector<std::string>& ids, size_t size) const;

 private:
  std::unordered_map<std::string, uint32_t> places_;
};

// Columns `column` and the one after it.
Span span_of(const Rows& row, size_t column);

Actor actor_of(const Rows& row);
Place place_of(const Rows& row);
Time time_of(const Rows& row);

// `notes` holds the actors, places and times that the row may refer to.
Statement statement_of(const Rows& row, const Entries& entries, const Notes& notes);
Event event_of(const Rows& row, const Entries& entries, const Notes& notes);

}  // namespace coranto::record
