// record: notes -> tables.
//
// takes  reports with their notes
// gives  a folder with a DuckDB file: reports, actors, statements, events and what joins them (docs/record.md);
//        all of it back as reports and notes, as JSON lines, CSV or Parquet
// fails  when the folder holds no record, one of another format, a broken one, or one that is being written; when the
//        disk takes no more. Never half: a batch of reports is written whole or not at all
#pragma once

#include <string>

#include "base/database.h"
#include "base/file_lock.h"
#include "coranto/record.h"
#include "coranto/result.h"

namespace coranto::record {

using coranto::Record;

// The database of a record, open to be read, and the lock that keeps writers away from it.
struct Opened {
  FileLock lock;
  Database database;
};

// Opens the record in `folder` read only, with further settings of DuckDB's. Fails as Record::open does.
Result<Opened> open_read_only(const std::string& folder, const Database::Options& further);

}  // namespace coranto::record
