// DuckDB: a database file, what is asked of it and what it answers.
#pragma once

#include <duckdb.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coranto/result.h"
#include "coranto/span.h"

namespace coranto {

// The answer to one question, read row by row. Text views live until the next call of `next`.
class Rows {
 public:
  explicit Rows(duckdb_result result);
  Rows(Rows&&) noexcept;
  ~Rows();

  // Steps to the next row, at first to the first one; false at the end, and where a streamed answer fails.
  bool next();

  // Why there is no next row, where that is no end.
  Result<void> state() const;

  bool is_null(size_t column) const;
  std::string_view text(size_t column) const;           // VARCHAR; empty for NULL
  int64_t integer(size_t column) const;                 // any whole number up to 64 bits; 0 for NULL
  double real(size_t column) const;                     // DOUBLE; 0 for NULL
  bool boolean(size_t column) const;                    // BOOLEAN; false for NULL
  std::vector<std::string> texts(size_t column) const;  // VARCHAR[]; empty for NULL
  std::vector<uint32_t> numbers(size_t column) const;   // UINTEGER[]; empty for NULL
  std::vector<Span> spans(size_t column) const;         // UINTEGER[][], each [begin, end]; empty for NULL

 private:
  duckdb_vector vector(size_t column) const;

  duckdb_result result_;
  duckdb_data_chunk chunk_ = nullptr;
  size_t row_ = 0, size_ = 0;
};

// `text` as a literal of SQL.
std::string sql_quoted(std::string_view text);

// One connection to one database file. Not thread-safe.
class Database {
 public:
  using Options = std::vector<std::pair<std::string, std::string>>;  // DuckDB's own settings

  // Opens or creates the file. Fails with DuckDB's message.
  static Result<Database> open(const std::string& path, const Options& options);

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  Result<void> run(const std::string& sql);
  // `values` take the places of $1, $2… in `sql`.
  Result<Rows> rows(const std::string& sql, const std::vector<std::string>& values = {});

  // The same without values, the answer made as it is read: it may be larger than memory.
  Result<Rows> stream(const std::string& sql);

  // The whole number in the first row and column; 0 if there is none.
  Result<int64_t> integer(const std::string& sql);

  duckdb_connection connection() const { return connection_; }
  const std::string& path() const { return path_; }

 private:
  Database() = default;
  void close();

  std::string path_;
  duckdb_database database_ = nullptr;
  duckdb_connection connection_ = nullptr;
};

// Appends rows to one table. Values come in the order of the table's columns; an error shows in `close`. What was
// appended is in the table only after `close`.
class Appender {
 public:
  // `catalog`: name of an attached database; null for the one that was opened.
  Appender(const Database& database, const char* table, const char* catalog = nullptr);
  Appender(const Appender&) = delete;
  Appender& operator=(const Appender&) = delete;
  ~Appender();

  Appender& null();
  Appender& text(std::string_view value);
  Appender& text_or_null(std::string_view value) { return value.empty() ? null() : text(value); }
  Appender& integer(int64_t value);
  Appender& real(double value);
  Appender& boolean(bool value);
  Appender& date(duckdb_date value);
  Appender& texts(const std::vector<std::string>& values);
  Appender& numbers(const std::vector<uint32_t>& values);
  Appender& spans(const std::vector<Span>& values);
  void end_row();

  Result<void> close();

 private:
  void check(duckdb_state state);
  void list(duckdb_logical_type type, std::vector<duckdb_value>& items);

  duckdb_appender appender_ = nullptr;
  std::string table_, error_;
};

}  // namespace coranto
