// A record: the folder in which everything that was read is kept. docs/record.md describes what lies in it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "coranto/notes.h"
#include "coranto/report.h"
#include "coranto/result.h"

namespace coranto {

// Who writes: kept with every run that adds something.
struct Origin {
  std::string engine;  // "coranto 0.1.0"
  std::string model;   // "en_core_web_sm 3.8.0"
};

// What `Record::verify` looked at, and what it found.
struct Findings {
  std::vector<std::string> checked;  // one line a check: what, and of how many
  std::vector<std::string> faults;   // one line a fault: table, id, reason
};

struct Copy {
  std::string of;                        // id of the report that it is a copy of
  std::string source, title, published;  // of the copy; empty if unknown
};

// Not thread-safe. One process writes a record at a time; while it writes, nobody else can open it.
class Record {
 public:
  // Opens a record to read it. Fails with Code::not_found if there is none, with Code::record if it is of another
  // format, broken, or being written.
  static Result<Record> open(const std::string& folder);

  // Opens a record to add to it; makes folder and record where there are none. Fails with Code::record if it is of
  // another format, broken, or open elsewhere.
  static Result<Record> open_to_write(const std::string& folder, const Origin& origin);

  Record(Record&&) noexcept;
  ~Record();  // what was added since the last batch and not finished is dropped

  // Adds a report with its notes, unless the record holds it: the same text from the same source. Reports are written
  // in batches, each whole or not at all; after an error nothing of the batch is kept and the record takes no more.
  Result<void> add(const Report& report, const Notes& notes);

  // A report of this record has become of another story (Engine::moved). Noted by `finish`.
  void move(Move move);

  // Writes what is left, notes which reports replace earlier ones of their source, and gathers happenings and stories
  // anew if anything was added: a pass over all events of the record.
  Result<void> finish();

  // Reports added by this object and already written.
  size_t added() const;

  // Calls `take` for each report in the order in which they were added, with all that was noted, until it returns
  // false.
  Result<void> each(const std::function<bool(const Report&, const Notes&)>& take);

  // What an engine must know of the reports held to recognise copies of them, in the order in which they were added.
  Result<void> each_trace(const std::function<void(const Trace&)>& take);

  // What an engine must know of them to tell their stories, in the same order.
  Result<void> each_account(const std::function<void(const Account&)>& take);

  // Which reports are copies of which, in the order of their sources; not those that are a source's later version of its
  // own report.
  Result<std::vector<Copy>> copies();

  // Writes one Parquet file (zstd) or CSV file for each table into `folder`, which is made if need be.
  enum class Form { parquet, csv };
  Result<void> export_tables(const std::string& folder, Form form);

  // Checks that every span lies in its text, ids are the hashes of what they name, references resolve and counts agree.
  // Reads everything.
  Result<Findings> verify();

  // Sorts of entries and how many of each there are, for people: {"reports", 6}, {"events", 31}…
  Result<std::vector<std::pair<std::string, int64_t>>> counts();

 private:
  struct State;
  explicit Record(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace coranto
