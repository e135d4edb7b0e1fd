// What an open record holds in memory.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
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

  std::unordered_set<uint64_t> ids;                     // hash of the id of every report held or waiting
  std::unordered_set<uint64_t> seen_again;              // those of them that were read again
  std::unordered_map<uint64_t, std::string> originals;  // by text and kind: the report that is no copy

  std::vector<record::Kept> waiting;  // read, not yet written
  size_t waiting_bytes = 0;
  std::unordered_map<std::string, std::string> moves;  // by the text's id: the story it is now of

  Result<void> load_known();
  Result<void> can_take() const;
  static uint64_t text_key(std::string_view text_id, std::string_view kind);
  std::string original_of(const Report& report, const std::string& text_id, const std::string& id);
  Result<void> write_waiting();
  Result<void> write_changes();
  Result<void> write_run();
  Result<void> note_moved();
  Result<void> note_replaced(int64_t gathered);
  Result<void> in_transaction(const std::function<Result<void>()>& step);
};

}  // namespace coranto
