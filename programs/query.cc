// coranto query: SQL that can only read.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "commands.h"
#include "messages.h"
#include "search/search.h"

namespace coranto::programs {
namespace {

struct Question {
  std::string record, sql;
  search::Format format = search::Format::table;
};

int query(const Question& question) {
  const auto write = [](std::string_view lines) {
    return std::fwrite(lines.data(), 1, lines.size(), stdout) == lines.size() && std::fflush(stdout) == 0;
  };
  const auto done = search::query(question.record, question.sql, question.format, write);
  if (done) return programs::done;
  complain(done.error());
  return done.error().code == Code::usage ? failed : cannot_open;
}

}  // namespace

void add_query(CLI::App& app, int& exit_code) {
  auto question = std::make_shared<Question>();
  CLI::App* command = app.add_subcommand("query", "Ask a record in SQL (DuckDB's); docs/record.md lists its tables");
  command->add_option("record", question->record, "Folder of the record")->required();
  command->add_option("sql", question->sql, "One SELECT")->required();
  const std::map<std::string, search::Format> formats = {
      {"table", search::Format::table}, {"csv", search::Format::csv}, {"jsonl", search::Format::jsonl}};
  command->add_option("--format", question->format, "table, csv or jsonl")
      ->transform(CLI::CheckedTransformer(formats, CLI::ignore_case))
      ->default_str("table");
  command->callback([question, &exit_code] { exit_code = query(*question); });
}

}  // namespace coranto::programs
