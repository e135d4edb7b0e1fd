#include "base/database.h"

#include "base/utf8.h"

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

// Names of files may hold any bytes; a table holds UTF-8.
std::string repaired(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const utf8::Step step = utf8::decode(text, at);
    utf8::append(out, step.point);
    at += step.size;
  }
  return out;
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

Appender::Appender(const Database& database, const char* table, const char* catalog) : table_(table) {
  check(duckdb_appender_create_ext(database.connection(), catalog, nullptr, table, &appender_));
}

Appender::~Appender() { duckdb_appender_destroy(&appender_); }

void Appender::check(duckdb_state state) {
  if (state == DuckDBSuccess || !error_.empty()) return;
  const char* message = duckdb_appender_error(appender_);
  error_ = message ? message : "the table takes no rows";
}

Appender& Appender::null() { return check(duckdb_append_null(appender_)), *this; }
Appender& Appender::text(std::string_view value) {
  if (utf8::first_invalid(value) != std::string_view::npos) return text(repaired(value));
  return check(duckdb_append_varchar_length(appender_, value.data(), value.size())), *this;
}
Appender& Appender::integer(int64_t value) { return check(duckdb_append_int64(appender_, value)), *this; }
Appender& Appender::real(double value) { return check(duckdb_append_double(appender_, value)), *this; }
Appender& Appender::boolean(bool value) { return check(duckdb_append_bool(appender_, value)), *this; }
Appender& Appender::date(duckdb_date value) { return check(duckdb_append_date(appender_, value)), *this; }

Appender& Appender::texts(const std::vector<std::string>& values) {
  duckdb_logical_type type = duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR);
  std::vector<duckdb_value> items;
  items.reserve(values.size() + 1);  // an empty list, too, must have an address
  for (const auto& value : values) items.push_back(duckdb_create_varchar_length(value.data(), value.size()));
  duckdb_value list = duckdb_create_list_value(type, items.data(), items.size());
  check(duckdb_append_value(appender_, list));
  duckdb_destroy_value(&list);
  for (auto& item : items) duckdb_destroy_value(&item);
  duckdb_destroy_logical_type(&type);
  return *this;
}

Appender& Appender::spans(const std::vector<Span>& values) {
  duckdb_logical_type number = duckdb_create_logical_type(DUCKDB_TYPE_UINTEGER);
  duckdb_logical_type pair = duckdb_create_list_type(number);
  std::vector<duckdb_value> items;
  items.reserve(values.size() + 1);  // an empty list, too, must have an address
  for (const Span span : values) {
    duckdb_value ends[] = {duckdb_create_uint32(span.begin), duckdb_create_uint32(span.end)};
    items.push_back(duckdb_create_list_value(number, ends, 2));
    for (auto& end : ends) duckdb_destroy_value(&end);
  }
  duckdb_value list = duckdb_create_list_value(pair, items.data(), items.size());
  check(duckdb_append_value(appender_, list));
  duckdb_destroy_value(&list);
  for (auto& item : items) duckdb_destroy_value(&item);
  duckdb_destroy_logical_type(&pair);
  duckdb_destroy_logical_type(&number);
  return *this;
}

void Appender::end_row() { check(duckdb_appender_end_row(appender_)); }

Result<void> Appender::close() {
  if (error_.empty()) check(duckdb_appender_close(appender_));
  if (error_.empty()) return {};
  return Error{Code::record, error_, table_};
}

}  // namespace coranto
