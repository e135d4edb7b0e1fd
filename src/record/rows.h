// Notes of one report <-> rows of the tables. What is written here is read back unchanged.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/database.h"
#include "coranto/notes.h"
#include "coranto/report.h"
#include "join/join.h"

namespace coranto::record {

// Ids of a report's entries: hashes of the report's id and of what the entry is about. Entries of one report that would
// share an id are told apart by their order.
struct EntryIds {
  std::vector<std::string> actors, places, times, statements, events;
};
EntryIds entry_ids(const std::string& report, const Notes& notes);

// The tables that hold what was read; the others follow from them.
inline constexpr const char* read_tables[] = {
    "reports", "parts", "reuses",     "imprints", "posts",        "actors",   "actor_names", "actor_roles", "mentions",
    "places",  "times", "statements", "events",   "event_actors", "postings", "sketches",    "gists"};

// Appends rows to all `read_tables`, which hold reports and notes. They are in the database after `close`.
class RowWriter {
 public:
  // `catalog`: name of an attached database; null for the one that was opened.
  explicit RowWriter(const Database& database, const char* catalog = nullptr);
  ~RowWriter();

  // `id`: the report's id in the record; `copy_of`: that of the report it copies, empty if none.
  void write(const std::string& id, const std::string& copy_of, const Report& report, const Notes& notes);
  Result<void> close();

  struct Tables;

 private:
  std::unique_ptr<Tables> tables_;
};

// Reads back the reports added by the changes `first` to `last`, in their order.
struct Kept {
  std::string id, copy_of;  // in the record
  Report report;            // with the ids that it has outside
  Notes notes;
};
Result<std::vector<Kept>> read_rows(Database& database, int64_t first, int64_t last);

// The id of a report as `source` carries it: that of its text, a point and a hash of the source.
std::string carrier_id(const std::string& text_id, const std::string& source);

// The id of its text, which the report has outside the record.
std::string text_id(const std::string& id);

}  // namespace coranto::record
