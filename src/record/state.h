// What an open record holds in memory.
#pragma once

#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "record/record.h"
#include "record/rows.h"

namespace coranto {

struct Record::State {
  State(std::string where, FileLock held, Database opened)
      : folder(std::move(where)), lock(std::move(held)), database(std::move(opened)) {}

  std::string folder;
  FileLock lock;
  Database database;
  Origin origin;
  bool writable = false;
  bool broken = false;  // an error happened: nothing more is taken

  std::string run;      // id of this run
  int64_t started = 0;  // microseconds since 1970, UTC
  bool run_written = false;
  int64_t changes = 0;  // number of the last change
  size_t added = 0;

  std::unordered_set<uint64_t> tellings;    // hash of text id and source of every report held or waiting
  std::unordered_set<uint64_t> ids;         // hash of the id of each of them
  std::unordered_set<uint64_t> earlier;     // those of `ids` that were there when the record was opened
  std::unordered_set<uint64_t> seen_again;  // those of `tellings` that were read again

  std::vector<record::Kept> waiting;  // read, not yet written; with their ids and copy_of of the record
  size_t waiting_bytes = 0;

  Result<void> load_known();
  // The id of a report in the record; empty if the record holds it.
  std::string id_for(const std::string& text_id, const std::string& source);
  Result<void> write_waiting();
  Result<void> write_changes();
  Result<void> write_run();
  Result<void> note_replaced();
  Result<void> in_transaction(const std::function<Result<void>()>& step);
};

}  // namespace coranto
