// Who did what to whom, and is it so.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "coranto/notes.h"
#include "note/actors.h"
#include "note/tree.h"

namespace coranto::note {

// The lexicon of acts: data/events/.
class EventTables {
 public:
  static Result<EventTables> open(const std::string& data);
  EventTables(EventTables&&) noexcept;
  ~EventTables();
  struct Lists;
  const Lists& lists() const { return *lists_; }

 private:
  explicit EventTables(std::unique_ptr<Lists> lists);
  std::unique_ptr<Lists> lists_;
};

// What the earlier steps have found in the document.
struct Found {
  const std::vector<Statement>& statements;
  const std::vector<Place>& places;
  const std::vector<Time>& times;
};

// In text order of their triggers; the same act told twice is one event.
std::vector<Event> find_events(const Tree& tree, Cast& cast, const Found& found, const EventTables& tables);

}  // namespace coranto::note
