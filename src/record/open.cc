// Opens a record, to read it or to add to it.
#include <unistd.h>

#include <chrono>
#include <filesystem>

#include "base/hash.h"
#include "record/names.h"
#include "record/schema.h"
#include "record/state.h"

namespace coranto {
namespace {

namespace fs = std::filesystem;

const Database::Options no_extensions = {{"autoinstall_known_extensions", "false"},
                                         {"autoload_known_extensions", "false"}};

std::string file_of(const std::string& folder) { return (fs::path(folder) / "coranto.duckdb").string(); }
std::string lock_of(const std::string& folder) { return (fs::path(folder) / "lock").string(); }

// Whether the database is empty (a record whose making was cut off), or fails if it is none of ours.
Result<bool> is_new(Database& database, const std::string& folder) {
  const auto known = database.integer("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'format'");
  const auto all = database.integer("SELECT count(*) FROM duckdb_tables()");
  if (!known) return known.error();
  if (!all) return all.error();
  if (*all == 0) return true;
  if (*known == 0) return Error{Code::record, "its database is not one of Coranto's", folder};
  auto rows = database.rows("SELECT name FROM format");
  if (!rows) return rows.error();
  const std::string found = rows->next() ? std::string(rows->text(0)) : "none";
  if (found == record::format) return false;
  return Error{Code::record, "its format is " + found + ", this version reads " + record::format, folder};
}

int64_t now() {
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

namespace record {

Result<Opened> open_read_only(const std::string& folder, const Database::Options& further) {
  const std::string path = file_of(folder);
  std::error_code fault;
  if (!fs::exists(folder, fault)) return Error{Code::not_found, "no such record", folder};
  if (!fs::exists(path, fault)) return Error{Code::not_found, "holds no record (no coranto.duckdb in it)", folder};
  auto lock = FileLock::take(lock_of(folder), FileLock::Kind::shared);
  if (!lock) return Error{Code::record, lock.error().message, folder};
  Database::Options options = no_extensions;
  options.emplace_back("access_mode", "READ_ONLY");
  options.insert(options.end(), further.begin(), further.end());
  auto database = Database::open(path, options);
  if (!database) return Error{Code::record, "cannot be opened: " + database.error().message, folder};
  const auto empty = is_new(*database, folder);
  if (!empty) return empty.error();
  if (*empty) return Error{Code::record, "is empty: its making was cut off; read into it again", folder};
  return Opened{std::move(*lock), std::move(*database)};
}

}  // namespace record

Result<Record> Record::open(const std::string& folder) {
  auto opened = record::open_read_only(folder, {});
  if (!opened) return opened.error();
  return Record(std::make_unique<State>(folder, std::move(opened->lock), std::move(opened->database)));
}

Result<Record> Record::open_to_write(const std::string& folder, const Origin& origin) {
  std::error_code fault;
  fs::create_directories(folder, fault);
  if (fault) return Error{Code::record, "cannot be made: " + fault.message(), folder};
  auto lock = FileLock::take(lock_of(folder), FileLock::Kind::exclusive);
  if (!lock) return Error{Code::record, lock.error().message, folder};
  auto database = Database::open(file_of(folder), no_extensions);
  if (!database) return Error{Code::record, "cannot be opened: " + database.error().message, folder};
  const auto empty = is_new(*database, folder);
  if (!empty) return empty.error();
  auto state = std::make_unique<State>(folder, std::move(*lock), std::move(*database));
  state->origin = origin;
  state->writable = true;
  state->started = now();
  state->run = hashed_id('x', {std::to_string(state->started), std::to_string(getpid()), origin.engine, origin.model});
  if (*empty) {
    const auto made = state->in_transaction([&] { return state->database.run(record::ddl()); });
    if (!made) return made.error();
  }
  if (auto known = state->load_known(); !known) return known.error();
  return Record(std::move(state));
}

Result<void> Record::State::load_known() {
  auto rows = database.rows("SELECT id, kind, coalesce(copy_of, id) FROM reports");
  if (!rows) return rows.error();
  while (rows->next()) {
    const std::string id(rows->text(0));
    ids.insert(hash64(id));
    originals.try_emplace(text_key(record::text_id(id), rows->text(1)), rows->text(2));
  }
  const auto last = database.integer("SELECT coalesce(max(number), 0) FROM changes");
  if (!last) return last.error();
  changes = *last;
  return {};
}

}  // namespace coranto
