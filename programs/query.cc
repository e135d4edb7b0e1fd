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
  std::string record, sql, form = "table";
};

search::Format format_of(const std::string& form) {
  if (form == "csv") return search::Format::csv;
  return form == "jsonl" ? search::Format::jsonl : search::Format::table;
}

int query(const Question& question) {
  const auto write = [](std::string_view lines) {
    return std::fwrite(lines.data(), 1, lines.size(), stdout) == lines.size() && std::fflush(stdout) == 0;
  };
  const auto done = search::query(question.record, question.sql, format_of(question.form), write);
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
  command->add_option("--format", question->form, "How the answer is printed")
      ->check(CLI::IsMember({"table", "csv", "jsonl"}))
      ->capture_default_str();
  command->callback([question, &exit_code] { exit_code = query(*question); });
}

}  // namespace coranto::programs
