#include "base/database.h"
#include "base/utf8.h"

namespace coranto {

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
  // Names of files may hold any bytes; a table holds UTF-8.
  if (utf8::first_invalid(value) != std::string_view::npos) return text(utf8::repaired(value));
  return check(duckdb_append_varchar_length(appender_, value.data(), value.size())), *this;
}
Appender& Appender::integer(int64_t value) { return check(duckdb_append_int64(appender_, value)), *this; }
Appender& Appender::real(double value) { return check(duckdb_append_double(appender_, value)), *this; }
Appender& Appender::boolean(bool value) { return check(duckdb_append_bool(appender_, value)), *this; }
Appender& Appender::date(duckdb_date value) { return check(duckdb_append_date(appender_, value)), *this; }

// Appends a list of `items` and destroys them.
void Appender::list(duckdb_logical_type type, std::vector<duckdb_value>& items) {
  if (items.empty()) items.reserve(1);  // an empty list, too, must have an address
  duckdb_value made = duckdb_create_list_value(type, items.data(), items.size());
  check(duckdb_append_value(appender_, made));
  duckdb_destroy_value(&made);
  for (auto& item : items) duckdb_destroy_value(&item);
}

Appender& Appender::texts(const std::vector<std::string>& values) {
  duckdb_logical_type type = duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR);
  std::vector<duckdb_value> items;
  for (const auto& value : values) items.push_back(duckdb_create_varchar_length(value.data(), value.size()));
  list(type, items);
  duckdb_destroy_logical_type(&type);
  return *this;
}

Appender& Appender::numbers(const std::vector<uint32_t>& values) {
  duckdb_logical_type type = duckdb_create_logical_type(DUCKDB_TYPE_UINTEGER);
  std::vector<duckdb_value> items;
  for (const uint32_t value : values) items.push_back(duckdb_create_uint32(value));
  list(type, items);
  duckdb_destroy_logical_type(&type);
  return *this;
}

Appender& Appender::spans(const std::vector<Span>& values) {
  duckdb_logical_type number = duckdb_create_logical_type(DUCKDB_TYPE_UINTEGER);
  duckdb_logical_type pair = duckdb_create_list_type(number);
  std::vector<duckdb_value> items;
  for (const Span span : values) {
    duckdb_value ends[] = {duckdb_create_uint32(span.begin), duckdb_create_uint32(span.end)};
    items.push_back(duckdb_create_list_value(number, ends, 2));
    for (auto& end : ends) duckdb_destroy_value(&end);
  }
  list(pair, items);
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
