// coranto export: a record as JSON lines, CSV or Parquet.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "commands.h"
#include "coranto/record.h"
#include "messages.h"
#include "record/report_json.h"

namespace coranto::programs {
namespace {

struct Choices {
  std::string record, form, into;
};

int fail(const Error& error, int code) {
  complain(error);
  return code;
}

// To the screen, or into reports.jsonl of the folder, which is there whole or not at all.
int export_json(Record& record, const std::string& into) {
  namespace fs = std::filesystem;
  const fs::path path = fs::path(into) / "reports.jsonl";
  std::error_code fault;
  if (!into.empty()) fs::create_directories(into, fault);
  const std::string unfinished = path.string() + ".unfinished";
  std::FILE* file = into.empty() ? stdout : std::fopen(unfinished.c_str(), "wb");
  if (!file) return fail({Code::unreadable, "cannot be written", unfinished}, failed);
  const auto done = record.each([file](const Report& report, const Notes& notes) {
    const std::string line = record::report_json(report, notes) + '\n';
    return std::fwrite(line.data(), 1, line.size(), file) == line.size();
  });
  bool written = std::fflush(file) == 0 && !std::ferror(file);
  if (!into.empty()) {
    written = std::fclose(file) == 0 && written;
    if (done && written)
      fs::rename(unfinished, path, fault);
    else
      fs::remove(unfinished, fault);
  }
  if (!done) return fail(done.error(), cannot_open);
  return written && !fault ? programs::done : fail({Code::unreadable, "cannot be written", into}, failed);
}

int export_record(const Choices& choices) {
  auto record = Record::open(choices.record);
  if (!record) return fail(record.error(), cannot_open);
  if (choices.form == "jsonl") return export_json(*record, choices.into);
  const auto form = choices.form == "csv" ? Record::Form::csv : Record::Form::parquet;
  const auto done = record->export_tables(choices.into.empty() ? "." : choices.into, form);
  return done ? programs::done : fail(done.error(), failed);
}

}  // namespace

void add_export(CLI::App& app, int& exit_code) {
  auto choices = std::make_shared<Choices>();
  CLI::App* command = app.add_subcommand("export", "Write a record as JSON lines, CSV or Parquet");
  command->add_option("record", choices->record, "Folder of the record")->required();
  command->add_option("--as", choices->form, "jsonl: coranto-report/1; csv, parquet: one file a table")
      ->required()
      ->check(CLI::IsMember({"jsonl", "csv", "parquet"}));
  command->add_option("--into", choices->into,
                      "Folder to write into; without it jsonl goes to the screen, tables into this folder");
  command->callback([choices, &exit_code] { exit_code = export_record(*choices); });
}

}  // namespace coranto::programs
