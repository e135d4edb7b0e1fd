#include "base/database.h"

namespace coranto {
namespace {

Error failure(const std::string& where, const char* message) {
  return {Code::record, message ? message : "unknown error of the database", where};
}

std::string_view view(const duckdb_string_t& text) {
  auto* bytes = duckdb_string_t_data(const_cast<duckdb_string_t*>(&text));
  return {bytes, duckdb_string_t_length(text)};
}

bool valid(duckdb_vector vector, size_t row) {
  uint64_t* mask = duckdb_vector_get_validity(vector);
  return !mask || duckdb_validity_row_is_valid(mask, row);
}

duckdb_type type_of(duckdb_vector vector) {
  duckdb_logical_type logical = duckdb_vector_get_column_type(vector);
  const duckdb_type type = duckdb_get_type_id(logical);
  duckdb_destroy_logical_type(&logical);
  return type;
}

template <typename T>
int64_t whole(duckdb_vector vector, size_t row) {
  return static_cast<int64_t>(static_cast<const T*>(duckdb_vector_get_data(vector))[row]);
}

}  // namespace

std::string sql_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

Rows::Rows(duckdb_result result) : result_(result) {}

Rows::Rows(Rows&& other) noexcept
    : result_(std::exchange(other.result_, {})),
      chunk_(std::exchange(other.chunk_, nullptr)),
      row_(other.row_),
      size_(other.size_) {}

Rows::~Rows() {
  if (chunk_) duckdb_destroy_data_chunk(&chunk_);
  duckdb_destroy_result(&result_);
}

bool Rows::next() {
  if (++row_ < size_) return true;
  do {
    if (chunk_) duckdb_destroy_data_chunk(&chunk_);
    chunk_ = duckdb_fetch_chunk(result_);
    size_ = chunk_ ? duckdb_data_chunk_get_size(chunk_) : 0;
  } while (chunk_ && size_ == 0);
  row_ = 0;
  return chunk_ != nullptr;
}

Result<void> Rows::state() const {
  const char* message = duckdb_result_error(const_cast<duckdb_result*>(&result_));
  return message ? Result<void>(failure("", message)) : Result<void>();
}

duckdb_vector Rows::vector(size_t column) const { return duckdb_data_chunk_get_vector(chunk_, column); }

bool Rows::is_null(size_t column) const { return !valid(vector(column), row_); }

std::string_view Rows::text(size_t column) const {
  duckdb_vector cells = vector(column);
  if (!valid(cells, row_)) return {};
  return view(static_cast<const duckdb_string_t*>(duckdb_vector_get_data(cells))[row_]);
}

int64_t Rows::integer(size_t column) const {
  duckdb_vector cells = vector(column);
  if (!valid(cells, row_)) return 0;
  switch (type_of(cells)) {
    case DUCKDB_TYPE_TINYINT:
      return whole<int8_t>(cells, row_);
    case DUCKDB_TYPE_SMALLINT:
      return whole<int16_t>(cells, row_);
    case DUCKDB_TYPE_INTEGER:
      return whole<int32_t>(cells, row_);
    case DUCKDB_TYPE_DATE:
      return whole<int32_t>(cells, row_);
    case DUCKDB_TYPE_UTINYINT:
      return whole<uint8_t>(cells, row_);
    case DUCKDB_TYPE_USMALLINT:
      return whole<uint16_t>(cells, row_);
    case DUCKDB_TYPE_UINTEGER:
      return whole<uint32_t>(cells, row_);
    case DUCKDB_TYPE_BIGINT:
    case DUCKDB_TYPE_UBIGINT:
      return whole<int64_t>(cells, row_);
    default:
      return 0;
  }
}

double Rows::real(size_t column) const {
  duckdb_vector cells = vector(column);
  return valid(cells, row_) ? static_cast<const double*>(duckdb_vector_get_data(cells))[row_] : 0;
}

bool Rows::boolean(size_t column) const {
  duckdb_vector cells = vector(column);
  return valid(cells, row_) && static_cast<const bool*>(duckdb_vector_get_data(cells))[row_];
}

std::vector<std::string> Rows::texts(size_t column) const {
  std::vector<std::string> out;
  duckdb_vector cells = vector(column);
  if (!valid(cells, row_)) return out;
  const auto entry = static_cast<const duckdb_list_entry*>(duckdb_vector_get_data(cells))[row_];
  duckdb_vector child = duckdb_list_vector_get_child(cells);
  for (uint64_t i = entry.offset; i < entry.offset + entry.length; ++i) {
    out.emplace_back(view(static_cast<const duckdb_string_t*>(duckdb_vector_get_data(child))[i]));
  }
  return out;
}

std::vector<uint32_t> Rows::numbers(size_t column) const {
  duckdb_vector cells = vector(column);
  if (!valid(cells, row_)) return {};
  const auto entry = static_cast<const duckdb_list_entry*>(duckdb_vector_get_data(cells))[row_];
  const auto* items = static_cast<const uint32_t*>(duckdb_vector_get_data(duckdb_list_vector_get_child(cells)));
  return {items + entry.offset, items + entry.offset + entry.length};
}

std::vector<Span> Rows::spans(size_t column) const {
  std::vector<Span> out;
  duckdb_vector cells = vector(column);
  if (!valid(cells, row_)) return out;
  const auto list = static_cast<const duckdb_list_entry*>(duckdb_vector_get_data(cells))[row_];
  duckdb_vector pairs = duckdb_list_vector_get_child(cells);
  const auto* pair = static_cast<const duckdb_list_entry*>(duckdb_vector_get_data(pairs));
  const auto* ends = static_cast<const uint32_t*>(duckdb_vector_get_data(duckdb_list_vector_get_child(pairs)));
  for (uint64_t i = list.offset; i < list.offset + list.length; ++i) {
    if (pair[i].length == 2) out.push_back({ends[pair[i].offset], ends[pair[i].offset + 1]});
  }
  return out;
}

Result<Database> Database::open(const std::string& path, const Options& options) {
  Database database;
  database.path_ = path;
  duckdb_config config;
  duckdb_create_config(&config);
  for (const auto& [name, value] : options) duckdb_set_config(config, name.c_str(), value.c_str());
  char* message = nullptr;
  const bool opened = duckdb_open_ext(path.c_str(), &database.database_, config, &message) == DuckDBSuccess;
  duckdb_destroy_config(&config);
  if (!opened) {
    const Error error = failure(path, message);
    duckdb_free(message);
    return error;
  }
  if (duckdb_connect(database.database_, &database.connection_) == DuckDBError) return failure(path, "cannot connect");
  return database;
}

Database::Database(Database&& other) noexcept
    : path_(std::move(other.path_)),
      database_(std::exchange(other.database_, nullptr)),
      connection_(std::exchange(other.connection_, nullptr)) {}

Database& Database::operator=(Database&& other) noexcept {
  close();
  path_ = std::move(other.path_);
  database_ = std::exchange(other.database_, nullptr);
  connection_ = std::exchange(other.connection_, nullptr);
  return *this;
}

Database::~Database() { close(); }

void Database::close() {
  if (connection_) duckdb_disconnect(&connection_);
  if (database_) duckdb_close(&database_);
}

Result<void> Database::run(const std::string& sql) {
  duckdb_result result;
  const bool done = duckdb_query(connection_, sql.c_str(), &result) == DuckDBSuccess;
  const Error error = done ? Error{} : failure(path_, duckdb_result_error(&result));
  duckdb_destroy_result(&result);
  return done ? Result<void>() : Result<void>(error);
}

Result<Rows> Database::rows(const std::string& sql, const std::vector<std::string>& values) {
  duckdb_prepared_statement statement;
  duckdb_result result{};
  bool done = duckdb_prepare(connection_, sql.c_str(), &statement) == DuckDBSuccess;
  Error error = done ? Error{} : failure(path_, duckdb_prepare_error(statement));
  if (done) {
    for (size_t i = 0; i < values.size(); ++i) {
      duckdb_bind_varchar_length(statement, i + 1, values[i].data(), values[i].size());
    }
    done = duckdb_execute_prepared(statement, &result) == DuckDBSuccess;
    if (!done) error = failure(path_, duckdb_result_error(&result)), duckdb_destroy_result(&result);
  }
  duckdb_destroy_prepare(&statement);
  if (!done) return error;
  return Rows(result);
}

Result<Rows> Database::stream(const std::string& sql) {
  duckdb_prepared_statement statement;
  duckdb_result result{};
  bool done = duckdb_prepare(connection_, sql.c_str(), &statement) == DuckDBSuccess;
  Error error = done ? Error{} : failure(path_, duckdb_prepare_error(statement));
  if (done) {
    done = duckdb_execute_prepared_streaming(statement, &result) == DuckDBSuccess;
    if (!done) error = failure(path_, duckdb_result_error(&result)), duckdb_destroy_result(&result);
  }
  duckdb_destroy_prepare(&statement);
  if (!done) return error;
  return Rows(result);
}

Result<int64_t> Database::integer(const std::string& sql) {
  auto answer = rows(sql);
  if (!answer) return answer.error();
  return answer->next() ? answer->integer(0) : 0;
}

}  // namespace coranto
