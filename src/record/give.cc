// What a record gives back: reports with their notes, copies, counts, tables as files.
#include <filesystem>
#include <unordered_map>
#include <utility>

#include "record/names.h"
#include "record/schema.h"
#include "record/state.h"

namespace coranto {

namespace fs = std::filesystem;

Result<void> Record::each(const std::function<bool(const Report&, const Notes&)>& take) {
  int64_t step = 16;  // the first reports come at once
  const auto last = state_->database.integer("SELECT coalesce(max(number), 0) FROM changes");
  if (!last) return last.error();
  for (int64_t first = 1; first <= *last; first += std::exchange(step, 512)) {
    auto kept = record::read_rows(state_->database, first, first + step - 1);
    if (!kept) return kept.error();
    for (const auto& one : *kept) {
      if (!take(one.report, one.notes)) return {};
    }
  }
  return {};
}

namespace {

using Reuses = std::unordered_map<std::string, std::vector<Reuse>>;

// Of all reports that have any, by their ids.
Result<Reuses> reuses_in(Database& database) {
  Reuses out;
  auto rows = database.rows("SELECT report, other, origin, words_bytes FROM reuses ORDER BY report, number");
  if (!rows) return rows.error();
  while (rows->next()) {
    out[std::string(rows->text(0))].push_back({std::string(rows->text(1)), std::string(rows->text(2)), rows->spans(3)});
  }
  return out;
}

}  // namespace

Result<void> Record::each_trace(const std::function<void(const Trace&)>& take) {
  auto reuses = reuses_in(state_->database);
  if (!reuses) return reuses.error();
  auto rows = state_->database.rows(
      "SELECT r.id, copy_of, story, source, r.kind, words, published, "
      "len(agencies) FROM reports r JOIN sketches s ON s.report = r.id "
      "JOIN changes c ON c.report = r.id AND c.kind = 'added' ORDER BY c.number");
  if (!rows) return rows.error();
  while (rows->next()) {
    const auto words = rows->numbers(5);
    const auto shared = reuses->find(std::string(rows->text(0)));
    take({record::text_id(std::string(rows->text(0))), record::text_id(std::string(rows->text(1))),
          std::string(rows->text(2)), std::string(rows->text(3)),
          record::value_of(record::article_kinds, rows->text(4), ArticleKind::page),
          Wording(words.begin(), words.end()), std::string(rows->text(6)), rows->integer(7) > 0,
          shared == reuses->end() ? std::vector<Reuse>() : std::move(shared->second)});
  }
  return {};
}

Result<void> Record::each_account(const std::function<void(const Account&)>& take) {
  auto rows = state_->database.rows(
      "SELECT r.id, copy_of, story, published, g.terms FROM reports r LEFT JOIN gists g ON g.report = r.id "
      "JOIN changes c ON c.report = r.id AND c.kind = 'added' ORDER BY c.number");
  if (!rows) return rows.error();
  while (rows->next()) {
    take({record::text_id(std::string(rows->text(0))), record::text_id(std::string(rows->text(1))),
          std::string(rows->text(2)), std::string(rows->text(3)), rows->numbers(4)});
  }
  return {};
}

Result<std::vector<Copy>> Record::copies() {
  auto rows = state_->database.rows(
      "SELECT o.id, r.source, r.title, r.published FROM reports r JOIN reports o ON o.id = r.copy_of "
      "WHERE r.source <> o.source ORDER BY r.source");
  if (!rows) return rows.error();
  std::vector<Copy> out;
  while (rows->next()) {
    out.push_back({record::text_id(std::string(rows->text(0))), std::string(rows->text(1)), std::string(rows->text(2)),
                   std::string(rows->text(3))});
  }
  return out;
}

Result<std::vector<std::pair<std::string, int64_t>>> Record::counts() {
  std::vector<std::pair<std::string, int64_t>> out;
  for (const char* table : {"reports", "actors", "places", "times", "statements", "events", "happenings"}) {
    const auto rows = state_->database.integer(std::string("SELECT count(*) FROM ") + table);
    if (!rows) return rows.error();
    out.emplace_back(table, *rows);
  }
  return out;
}

Result<void> Record::export_tables(const std::string& folder, Form form) {
  std::error_code fault;
  fs::create_directories(folder, fault);
  if (fault) return Error{Code::unreadable, "cannot be made: " + fault.message(), folder};
  const bool parquet = form == Form::parquet;
  const std::string settings =
      parquet ? std::string("FORMAT parquet, COMPRESSION zstd, KV_METADATA {format: '") + record::format + "'}"
              : "FORMAT csv, HEADER true";
  for (const auto& table : record::tables()) {
    const fs::path path = fs::path(folder) / (std::string(table.name) + (parquet ? ".parquet" : ".csv"));
    const std::string unfinished = path.string() + ".unfinished";
    auto done = state_->database.run(std::string("COPY ") + table.name + " TO " + sql_quoted(unfinished) + " (" +
                                     settings + ")");
    if (done) fs::rename(unfinished, path, fault);
    if (done && !fault) continue;
    fs::remove(unfinished, fault);
    return Error{Code::unreadable, "cannot be written: " + (done ? "no rename" : done.error().message), path.string()};
  }
  return {};
}

}  // namespace coranto
