// The tables of a record, described once: from here come the DDL, the comments in the database, the order in which rows
// are written and the tables of docs/record.md.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace coranto::record {

// Raised when a table or column is renamed, removed or changes its meaning. New ones may come without.
inline constexpr const char* format = "coranto-record/3";

struct Column {
  std::string name;
  const char* type;
  std::string meaning;
};

struct TableShape {
  const char* name;
  const char* meaning;
  std::vector<Column> columns;
};

// In the order in which they are described to people.
const std::vector<TableShape>& tables();

// SQL that makes the empty tables.
std::string ddl();

// The tables as Markdown.
std::string schema_markdown();

}  // namespace coranto::record
