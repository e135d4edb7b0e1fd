#include "record/record.h"

#include <unistd.h>

#include <chrono>
#include <filesystem>

#include "base/hash.h"
#include "record/happenings.h"
#include "record/schema.h"
#include "record/state.h"

namespace coranto {
namespace {

namespace fs = std::filesystem;

// A batch is large enough for columns to be filled well and small enough to be held in memory beside the model.
constexpr size_t batch_reports = 512;
constexpr size_t batch_bytes = 8 << 20;

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

uint64_t telling_key(std::string_view text_id, std::string_view source) {
  return hash64(std::string(text_id) + '\n' + std::string(source));
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

Record::Record(std::unique_ptr<State> state) : state_(std::move(state)) {}
Record::Record(Record&&) noexcept = default;
Record::~Record() = default;

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
  auto rows = database.rows("SELECT id, source FROM reports");
  if (!rows) return rows.error();
  while (rows->next()) {
    const std::string id(rows->text(0));
    tellings.insert(telling_key(record::text_id(id), rows->text(1)));
    ids.insert(hash64(id));
  }
  earlier = ids;
  const auto last = database.integer("SELECT coalesce(max(number), 0) FROM changes");
  if (!last) return last.error();
  changes = *last;
  return {};
}

Result<void> Record::State::in_transaction(const std::function<Result<void>()>& step) {
  if (auto begun = database.run("BEGIN"); !begun) return begun;
  auto done = step();
  if (done) done = database.run("COMMIT");
  if (done) return {};
  broken = true;
  (void)database.run("ROLLBACK");
  return Error{Code::record, "cannot be written: " + done.error().message, folder};
}

std::string Record::State::id_for(const std::string& text_id, const std::string& source) {
  std::string id = text_id;
  if (ids.contains(hash64(id))) id += '.' + hex16(hash64(source)).substr(0, 8);
  if (!tellings.insert(telling_key(text_id, source)).second) {
    seen_again.insert(telling_key(text_id, source));
    return "";
  }
  ids.insert(hash64(id));
  return id;
}

Result<void> Record::add(const Report& report, const Notes& notes) {
  State& state = *state_;
  if (!state.writable) return Error{Code::usage, "is open to be read only", state.folder};
  if (state.broken) return Error{Code::record, "takes no more after an error", state.folder};
  const std::string text_id = report.id.empty() ? hashed_id('r', {report.article.text}) : report.id;
  const std::string id = state.id_for(text_id, report.article.source);
  if (id.empty()) return {};
  state.waiting.push_back({id, report, notes});
  std::string& copy_of = state.waiting.back().report.copy_of;
  const bool told_in_earlier_run = id != text_id && state.earlier.contains(hash64(text_id));
  if (copy_of.empty() && told_in_earlier_run && report.article.kind == ArticleKind::article) copy_of = text_id;
  state.waiting_bytes += report.article.text.size();
  const bool full = state.waiting.size() >= batch_reports || state.waiting_bytes >= batch_bytes;
  return full ? state.write_waiting() : Result<void>();
}

Result<void> Record::State::write_waiting() {
  if (waiting.empty()) return {};
  auto written = in_transaction([&]() -> Result<void> {
    if (auto done = write_run(); !done) return done;
    record::RowWriter writer(database);
    for (const auto& kept : waiting) writer.write(kept.id, kept.report.copy_of, kept.report, kept.notes);
    if (auto done = writer.close(); !done) return done;
    return write_changes();
  });
  if (written) added += waiting.size(), changes += static_cast<int64_t>(waiting.size()), run_written = true;
  waiting.clear();
  waiting_bytes = 0;
  return written;
}

Result<void> Record::State::write_run() {
  if (run_written) return {};
  auto rows = database.rows("INSERT INTO runs SELECT $1, make_timestamp($2::BIGINT), $3, $4",
                            {run, std::to_string(started), origin.engine, origin.model});
  return rows ? Result<void>() : Result<void>(rows.error());
}

Result<void> Record::State::write_changes() {
  Appender row(database, "changes");
  int64_t next = changes;
  for (const auto& kept : waiting) row.integer(++next).text(run).text("added").text(kept.id).null().end_row();
  return row.close();
}

// A report replaces another if it is the only new article of its source, and one article of that source was current
// before and was not read again.
Result<void> Record::State::note_replaced() {
  auto rows = database.rows(
      "WITH fresh AS (SELECT report FROM changes WHERE run = $1 AND kind = 'added'), "
      "articles AS (SELECT id, source, id IN (FROM fresh) AS is_new FROM reports WHERE kind = 'article' "
      "AND id NOT IN (SELECT previous FROM changes WHERE kind = 'replaced')) "
      "SELECT source, any_value(id) FILTER (is_new), any_value(id) FILTER (NOT is_new) FROM articles "
      "GROUP BY source HAVING count(*) FILTER (is_new) = 1 AND count(*) FILTER (NOT is_new) = 1 ORDER BY source",
      {run});
  if (!rows) return rows.error();
  Appender row(database, "changes");
  while (rows->next()) {
    const std::string previous(rows->text(2));
    if (seen_again.contains(telling_key(record::text_id(previous), rows->text(0)))) continue;
    row.integer(++changes).text(run).text("replaced").text(rows->text(1)).text(previous).end_row();
  }
  return row.close();
}

Result<void> Record::finish() {
  State& state = *state_;
  if (!state.writable) return Error{Code::usage, "is open to be read only", state.folder};
  if (state.broken) return Error{Code::record, "takes no more after an error", state.folder};
  if (auto done = state.write_waiting(); !done) return done;
  const auto gathered = state.database.integer("SELECT gathered FROM format");
  if (!gathered) return gathered.error();
  if (*gathered == state.changes) return {};
  return state.in_transaction([&]() -> Result<void> {
    if (auto done = state.note_replaced(); !done) return done;
    if (auto done = record::gather(state.database); !done) return done;
    return state.database.run("UPDATE format SET gathered = " + std::to_string(state.changes));
  });
}

size_t Record::added() const { return state_->added; }

}  // namespace coranto
