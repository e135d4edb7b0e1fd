#include "record/record.h"

#include "base/hash.h"
#include "record/happenings.h"
#include "record/names.h"
#include "record/state.h"

namespace coranto {
namespace {

// A batch is large enough for columns to be filled well and small enough to be held in memory beside the model.
constexpr size_t batch_reports = 512;
constexpr size_t batch_bytes = 8 << 20;

}  // namespace

Record::Record(std::unique_ptr<State> state) : state_(std::move(state)) {}
Record::Record(Record&&) noexcept = default;
Record::~Record() = default;

uint64_t Record::State::text_key(std::string_view text_id, std::string_view kind) {
  return hash64(std::string(text_id) + ' ' + std::string(kind));
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

Result<void> Record::State::can_take() const {
  if (!writable) return Error{Code::usage, "is open to be read only", folder};
  if (broken) return Error{Code::record, "takes no more after an error", folder};
  return {};
}

// The original is the first carrier of the text that the report copies, or of its own text.
std::string Record::State::original_of(const Report& report, const std::string& text_id, const std::string& id) {
  const auto kind = record::word_of(record::article_kinds, report.article.kind);
  const auto known = originals.find(text_key(report.copy_of.empty() ? text_id : report.copy_of, kind));
  const std::string original = known == originals.end() ? "" : known->second;
  originals.try_emplace(text_key(text_id, kind), original.empty() ? id : original);
  return original;
}

Result<void> Record::add(const Report& report, const Notes& notes) {
  State& state = *state_;
  if (auto fit = state.can_take(); !fit) return fit;
  const std::string text_id = report.id.empty() ? join::signature_of(report.article).id : report.id;
  const std::string id = record::carrier_id(text_id, report.article.source);
  if (!state.ids.insert(hash64(id)).second) {
    state.seen_again.insert(hash64(id));
    return {};
  }
  state.waiting.push_back({id, state.original_of(report, text_id, id), report, notes});
  state.waiting_bytes += report.article.text.size();
  const bool full = state.waiting.size() >= batch_reports || state.waiting_bytes >= batch_bytes;
  return full ? state.write_waiting() : Result<void>();
}

Result<void> Record::State::write_waiting() {
  if (waiting.empty()) return {};
  auto written = in_transaction([&]() -> Result<void> {
    if (auto done = write_run(); !done) return done;
    record::RowWriter writer(database);
    for (const auto& kept : waiting) writer.write(kept.id, kept.copy_of, kept.report, kept.notes);
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
  for (const auto& kept : waiting) row.integer(++next).text(run).text("added").text(kept.id).null().null().end_row();
  return row.close();
}

void Record::move(Move move) { state_->moves.insert_or_assign(std::move(move.report), std::move(move.story)); }

// Every carrier of a text is of its story.
Result<void> Record::State::note_moved() {
  if (auto done = write_run(); !done) return done;
  if (auto done = database.run("CREATE OR REPLACE TEMP TABLE moving (id VARCHAR, story VARCHAR)"); !done) return done;
  for (const auto& [id, story] : moves) {
    auto put = database.rows(
        "INSERT INTO moving SELECT r.id, $2 FROM reports r WHERE starts_with(r.id, $1 || '.') "
        "AND r.story IS DISTINCT FROM $2",
        {id, story});
    if (!put) return put.error();
  }
  auto rows = database.rows("SELECT r.id, r.story FROM moving m JOIN reports r ON r.id = m.id ORDER BY r.id");
  if (!rows) return rows.error();
  Appender row(database, "changes");
  while (rows->next()) {
    row.integer(++changes).text(run).text("moved").text(rows->text(0)).null().text_or_null(rows->text(1)).end_row();
  }
  if (auto done = row.close(); !done) return done;
  moves.clear();
  return database.run("UPDATE reports SET story = m.story FROM moving m WHERE m.id = reports.id");
}

// A report replaces another if it is the only new article of its source, and one article of that source was current
// before and was not read again. New is what came after the change `gathered`: also what a read brought that was cut
// off before it could note this.
Result<void> Record::State::note_replaced(int64_t gathered) {
  auto rows = database.rows(
      "WITH fresh AS (SELECT report, run FROM changes WHERE number > $1::BIGINT AND kind = 'added'), "
      "articles AS (SELECT id, source, run FROM reports LEFT JOIN fresh ON report = id WHERE kind = 'article' "
      "AND id NOT IN (SELECT previous FROM changes WHERE kind = 'replaced')) "
      "SELECT any_value(run), any_value(id) FILTER (run IS NOT NULL), any_value(id) FILTER (run IS NULL) "
      "FROM articles GROUP BY source HAVING count(run) = 1 AND count(*) = 2 ORDER BY source",
      {std::to_string(gathered)});
  if (!rows) return rows.error();
  Appender row(database, "changes");
  while (rows->next()) {
    if (seen_again.contains(hash64(rows->text(2)))) continue;
    row.integer(++changes).text(rows->text(0)).text("replaced").text(rows->text(1)).text(rows->text(2)).null();
    row.end_row();
  }
  return row.close();
}

Result<void> Record::finish() {
  State& state = *state_;
  if (auto fit = state.can_take(); !fit) return fit;
  if (auto done = state.write_waiting(); !done) return done;
  if (!state.moves.empty()) {
    if (auto done = state.in_transaction([&] { return state.note_moved(); }); !done) return done;
  }
  const auto gathered = state.database.integer("SELECT gathered FROM format");
  if (!gathered) return gathered.error();
  if (*gathered == state.changes) return {};
  return state.in_transaction([&]() -> Result<void> {
    if (auto done = state.note_replaced(*gathered); !done) return done;
    if (auto done = record::gather(state.database, *gathered); !done) return done;
    return state.database.run("UPDATE format SET gathered = " + std::to_string(state.changes));
  });
}

size_t Record::added() const { return state_->added; }

}  // namespace coranto
