// A question is run on a connection that cannot harm: the database is opened read only, without access to files,
// network or extensions, with its settings locked. Beyond that only SELECT and EXPLAIN are run, one statement a call,
// so that temporary tables and settings are refused too.
#include "search/search.h"

#include <vector>

#include "record/record.h"
#include "search/cell.h"
#include "search/layout.h"

namespace coranto::search {
namespace {

const Database::Options locked = {
    {"enable_external_access", "false"},
    {"allow_community_extensions", "false"},
    {"temp_directory", ""},
    {"lock_configuration", "true"},
};

Error fault(const char* message) { return {Code::usage, message ? message : "unknown error of the database", "SQL"}; }

// The one function of DuckDB's that changes something outside a SELECT's answer and heeds no lock: it turns logging on.
bool turns_logging_on(std::string sql) {
  for (char& c : sql) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return sql.find("enable_logging") != std::string::npos;
}

// A prepared statement that frees itself.
class Statement {
 public:
  Statement() = default;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { duckdb_destroy_prepare(&handle_); }

  Result<void> prepare(duckdb_connection connection, const std::string& sql) {
    duckdb_extracted_statements statements;
    const idx_t count = duckdb_extract_statements(connection, sql.c_str(), &statements);
    Result<void> done;
    if (count == 0) {
      const char* message = duckdb_extract_statements_error(statements);
      done = fault(message ? message : "there is no statement in it");
    } else if (count > 1) {
      done = fault("one statement at a time");
    } else if (duckdb_prepare_extracted_statement(connection, statements, 0, &handle_) == DuckDBError) {
      done = fault(duckdb_prepare_error(handle_));
    }
    duckdb_destroy_extracted(&statements);
    return done;
  }

  duckdb_prepared_statement handle() const { return handle_; }
  duckdb_statement_type type() const { return duckdb_prepared_statement_type(handle_); }

 private:
  duckdb_prepared_statement handle_ = nullptr;
};

// The columns of an answer.
class Columns {
 public:
  explicit Columns(duckdb_result& result) {
    for (idx_t i = 0; i < duckdb_column_count(&result); ++i) {
      names.emplace_back(duckdb_column_name(&result, i));
      types.push_back(duckdb_column_logical_type(&result, i));
      numbers.push_back(is_number(types.back()));
    }
  }
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;
  ~Columns() {
    for (auto& type : types) duckdb_destroy_logical_type(&type);
  }

  std::vector<std::string> names;
  std::vector<duckdb_logical_type> types;
  std::vector<bool> numbers;
};

std::string name_quoted(const std::string& name) {
  std::string out = "\"";
  for (const char c : name) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

// The same question with the columns that we cannot write cast to text; empty if there are none.
std::string with_casts(duckdb_prepared_statement statement, const std::string& sql) {
  std::string columns, aliases;
  bool any = false;
  for (idx_t i = 0; i < duckdb_prepared_statement_column_count(statement); ++i) {
    duckdb_logical_type type = duckdb_prepared_statement_column_logical_type(statement, i);
    const char* name = duckdb_prepared_statement_column_name(statement, i);
    const std::string alias = "c" + std::to_string(i);
    const bool cast = !writable(type);
    any = any || cast;
    columns +=
        (i ? ", " : "") + (cast ? "CAST(" + alias + " AS VARCHAR)" : alias) + " AS " + name_quoted(name ? name : alias);
    aliases += (i ? ", " : "") + alias;
    duckdb_free(const_cast<char*>(name));
    duckdb_destroy_logical_type(&type);
  }
  const std::string bare = sql.substr(0, sql.find_last_not_of("; \t\r\n") + 1);
  return any ? "SELECT " + columns + " FROM (" + bare + "\n) AS answer(" + aliases + ")" : "";
}

bool write_chunk(Layout& layout, duckdb_data_chunk chunk, const Columns& columns, bool json) {
  for (idx_t row = 0; row < duckdb_data_chunk_get_size(chunk); ++row) {
    std::vector<Cell> cells(columns.types.size());
    for (size_t i = 0; i < cells.size(); ++i) {
      duckdb_vector vector = duckdb_data_chunk_get_vector(chunk, i);
      cells[i].null = is_null(vector, columns.types[i], row);
      (json ? append_json : append_text)(cells[i].text, vector, columns.types[i], row);
    }
    if (!layout.row(std::move(cells))) return false;
  }
  return true;
}

Result<void> write_rows(duckdb_result& result, Format format, const Layout::Write& write) {
  const Columns columns(result);
  const auto layout = Layout::make(format, columns.names, columns.numbers, write);
  bool more = true;
  while (more) {
    duckdb_data_chunk chunk = duckdb_fetch_chunk(result);
    if (!chunk) break;
    more = write_chunk(*layout, chunk, columns, format == Format::jsonl);
    duckdb_destroy_data_chunk(&chunk);
  }
  if (!more) return {};
  layout->end();
  const char* message = duckdb_result_error(&result);
  return message && *message ? Result<void>(fault(message)) : Result<void>();
}

Result<void> run(duckdb_prepared_statement statement, Format format, const Layout::Write& write) {
  duckdb_result result{};
  Result<void> done;
  if (duckdb_execute_prepared_streaming(statement, &result) == DuckDBError) {
    done = fault(duckdb_result_error(&result));
  } else {
    done = write_rows(result, format, write);
  }
  duckdb_destroy_result(&result);
  return done;
}

}  // namespace

Result<void> query(const std::string& folder, const std::string& sql, Format format, const Layout::Write& write) {
  auto opened = record::open_read_only(folder, locked);
  if (!opened) return opened.error();
  duckdb_connection connection = opened->database.connection();
  Statement statement, cast;
  if (auto done = statement.prepare(connection, sql); !done) return done;
  if (turns_logging_on(sql)) return fault("a record is only read through SQL: logging stays off");
  const bool select = statement.type() == DUCKDB_STATEMENT_TYPE_SELECT;
  if (!select && statement.type() != DUCKDB_STATEMENT_TYPE_EXPLAIN)
    return fault("a record is only read through SQL: ask with SELECT");
  const std::string casts = select ? with_casts(statement.handle(), sql) : "";
  if (casts.empty()) return run(statement.handle(), format, write);
  if (auto done = cast.prepare(connection, casts); !done) return done;
  return run(cast.handle(), format, write);
}

}  // namespace coranto::search
