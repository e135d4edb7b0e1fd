#include "intake/parquet.h"

#include <map>

#include "base/database.h"
#include "intake/stated.h"
#include "intake/stream.h"

namespace coranto::intake {
namespace {

using Types = std::map<std::string, std::string>;

constexpr const char* settings[][2] = {{"threads", "1"}, {"memory_limit", "1GB"}};

std::string identifier(const std::string& name) {
  std::string out = "\"";
  for (const char c : name) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

// DuckDB's message is about its own call; its first line says what is wrong with the file.
Error refusal(const Error& error, const std::string& where) {
  return {Code::malformed, "is no Parquet that can be read: " + error.message.substr(0, error.message.find('\n')),
          where};
}

// The table that the file is, in SQL. What DuckDB would take for a pattern of names is quoted.
std::string table(const std::string& path) {
  std::string name;
  for (const char c : path) name += c == '*' || c == '?' || c == '[' ? std::string("[") + c + ']' : std::string(1, c);
  return "read_parquet(" + sql_quoted(name) + ")";
}

Result<Types> types_of(Database& database, const std::string& path) {
  auto rows = database.rows("select column_name, column_type from (describe select * from " + table(path) + ")");
  if (!rows) return refusal(rows.error(), path);
  Types types;
  while (rows->next()) types[std::string(rows->text(0))] = rows->text(1);
  return types;
}

// Bytes and text as they are, anything else as text; nothing for a column that is not there.
std::string expression(const Types& types, const std::string& name) {
  const auto found = types.find(name);
  if (found == types.end()) return "null::varchar";
  const bool plain = found->second == "VARCHAR" || found->second == "BLOB";
  return plain ? identifier(name) : "cast(" + identifier(name) + " as varchar)";
}

std::string byline_expression(const Types& types, const std::string& name) {
  const auto found = types.find(name);
  if (found == types.end()) return "null::varchar[]";
  if (found->second.ends_with("[]")) return "cast(" + identifier(name) + " as varchar[])";
  return "[cast(" + identifier(name) + " as varchar)]";
}

std::string question(const Types& types, const Fields& fields, const std::string& path) {
  std::string sql = "select ";
  for (const auto* name : {&fields.text, &fields.html, &fields.source, &fields.url, &fields.title, &fields.published})
    sql += expression(types, *name) + ", ";
  return sql + byline_expression(types, fields.byline) + " from " + table(path);
}

Stated stated_of(const Rows& row) {
  return {.text = std::string(row.text(0)),
          .html = std::string(row.text(1)),
          .source = std::string(row.text(2)),
          .url = std::string(row.text(3)),
          .title = std::string(row.text(4)),
          .published = std::string(row.text(5)),
          .byline = row.texts(6)};
}

std::string listed(const Types& types) {
  std::string out;
  for (const auto& [name, type] : types) out += (out.empty() ? "" : ", ") + name.substr(0, 40);
  return out.substr(0, 400);
}

Result<void> read_rows(Database& database, const std::string& path, Gate& gate) {
  const Fields& fields = gate.options().selection.fields;
  const auto types = types_of(database, path);
  if (!types) return types.error();
  if (!types->contains(fields.text) && !types->contains(fields.html))
    return Error{Code::malformed,
                 "has no column `" + fields.text + "` or `" + fields.html + "`, only: " + listed(*types) +
                     "; name it with --fields text=NAME",
                 path};
  auto rows = database.stream(question(*types, fields, path));
  if (!rows) return refusal(rows.error(), path);
  size_t number = 0;
  while (!gate.full() && rows->next()) give_stated(stated_of(*rows), path + ":" + std::to_string(++number), gate);
  if (const auto state = rows->state(); !state) return refusal(state.error(), path);
  if (number == 0 && !gate.full()) return Error{Code::empty, "has no rows", path};
  return {};
}

}  // namespace

void read_parquet(const std::string& path, Gate& gate) {
  auto file = open_file(path);
  if (!file) return gate.fail(file.error());
  if (path == "-" || !Window(std::move(*file)).ahead(4).starts_with("PAR1"))
    return gate.fail({Code::malformed, "is no Parquet file, or packed once more, or standard input", path});
  Database::Options options;
  for (const auto& [name, value] : settings) options.emplace_back(name, value);
  auto database = Database::open(":memory:", options);
  const auto read = database ? read_rows(*database, path, gate) : Result<void>(database.error());
  if (!read) gate.fail(read.error());
}

}  // namespace coranto::intake
