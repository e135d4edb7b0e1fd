#include "record/schema.h"

#include "base/database.h"

namespace coranto::record {
namespace {

std::string table_ddl(const TableShape& table) {
  std::string columns, comments;
  for (const Column& column : table.columns) {
    columns += (columns.empty() ? "\"" : ", \"") + column.name + "\" " + column.type;
    comments += std::string("COMMENT ON COLUMN ") + table.name + ".\"" + column.name + "\" IS " +
                sql_quoted(column.meaning) + ";\n";
  }
  return std::string("CREATE TABLE ") + table.name + " (" + columns + ");\nCOMMENT ON TABLE " + table.name + " IS " +
         sql_quoted(table.meaning) + ";\n" + comments;
}

}  // namespace

std::string ddl() {
  std::string out = "CREATE TABLE format (name VARCHAR, gathered BIGINT);\nINSERT INTO format VALUES (" +
                    sql_quoted(format) + ", 0);\n";
  for (const TableShape& table : tables()) out += table_ddl(table);
  return out;
}

std::string schema_markdown() {
  std::string out;
  for (const TableShape& table : tables()) {
    out += std::string("### ") + table.name + "\n" + table.meaning + "\n\n| column | type | meaning |\n|---|---|---|\n";
    for (const Column& column : table.columns) {
      out += "| " + column.name + " | " + column.type + " | " + column.meaning + " |\n";
    }
    out += "\n";
  }
  return out;
}

}  // namespace coranto::record
