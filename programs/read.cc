// coranto read: captured pages into a record, or onto the screen.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <optional>

#include "commands.h"
#include "coranto/engine.h"
#include "coranto/record.h"
#include "defaults.h"
#include "failures.h"
#include "messages.h"
#include "progress.h"
#include "record/report_json.h"
#include "selection.h"
#include "sheet.h"

namespace coranto::programs {
namespace {

struct Choices {
  std::vector<std::string> paths;
  std::string into;
  std::string form;
  Settings settings;
};

std::string iso_day_fault(const std::string& day) {
  const bool shaped =
      day.size() == 10 && day[4] == '-' && day[7] == '-' && day.find_first_not_of("0123456789-") == std::string::npos;
  return shaped ? "" : "a date is written YYYY-MM-DD, not " + day;
}

// Where readings go: into a record, onto standard output, or both.
class Sink {
 public:
  enum class Print { nothing, sheets, json };
  Sink(Print print, const Codes& codes) : print_(print), codes_(codes), terminal_(Terminal::of_stdout("auto")) {}

  Result<void> open(const std::string& folder, Engine& engine) {
    auto opened = Record::open_to_write(folder, {"coranto " CORANTO_VERSION, engine.model_name()});
    if (!opened) return opened.error();
    record_.emplace(std::move(*opened));
    return record_->each_trace([&engine](const Trace& trace) { engine.remember(trace); });
  }

  // After the record's first failure nothing more is added to it.
  void take(const Reading& reading) {
    if (print_ == Print::json) std::puts(record::report_json(reading.report, reading.notes).c_str());
    if (print_ == Print::sheets) std::fputs(sheet_of(reading).c_str(), stdout);
    if (record_ && state_) state_ = record_->add(reading.report, reading.notes);
    ++reports_;
  }

  Result<void> finish() {
    if (record_ && state_) state_ = record_->finish();
    return state_;
  }

  // What was done, for people; on standard error, so that what is printed can be piped on.
  void sum_up(const std::string& folder) const {
    if (record_) std::fprintf(stderr, "%zu reports read, %zu new in %s\n", reports_, record_->added(), folder.c_str());
  }

 private:
  // A copy, which comes after the report that it copies, in brief.
  std::string sheet_of(const Reading& reading) const {
    Sheet sheet(terminal_, codes_, reading.report, reading.notes);
    return reading.report.copy_of.empty() ? sheet.write({}) : sheet.write_copy();
  }

  Print print_;
  const Codes& codes_;
  Terminal terminal_;
  std::optional<Record> record_;
  Result<void> state_;
  size_t reports_ = 0;
};

Sink::Print print_of(const Choices& choices) {
  if (choices.form == "jsonl") return Sink::Print::json;
  return choices.into.empty() ? Sink::Print::sheets : Sink::Print::nothing;
}

int read(const Choices& choices) {
  auto engine = Engine::open(choices.settings);
  if (!engine) return complain(engine.error()), cannot_open;
  const auto codes = Codes::open(choices.settings.data);
  if (!codes) return complain(codes.error()), cannot_open;
  Sink sink(print_of(choices), *codes);
  if (!choices.into.empty()) {
    const auto opened = sink.open(choices.into, *engine);
    if (!opened) return complain(opened.error()), cannot_open;
  }
  Failures failures;
  ReadProgress progress(choices.paths);
  engine->read(
      choices.paths,
      [&](const Reading& reading) {
        progress.clear();
        sink.take(reading);
        progress.document();
      },
      [&](const Error& error) {
        progress.clear();
        complain(error);
        failures.add(error);
        progress.failure();
      },
      [&](uint64_t bytes) { progress.passed(bytes); });
  progress.clear();
  if (const auto finished = sink.finish(); !finished) return complain(finished.error()), cannot_open;
  sink.sum_up(choices.into);
  failures.sum_up();
  return failures.any() ? failed : done;
}

}  // namespace

void add_read(CLI::App& app, int& exit_code) {
  auto choices = std::make_shared<Choices>();
  Settings& settings = choices->settings;
  settings.data = default_data();
  CLI::App* command = app.add_subcommand("read", "Read reports into a record, or print what was taken down");
  command->add_option("paths", choices->paths, inputs_in_words)->required();
  command->add_option("--into", choices->into,
                      "Folder of the record, made if need be; without it the reports are printed for people");
  command->add_option("--as", choices->form, "jsonl: print one JSON object a report (coranto-report/1)")
      ->check(CLI::IsMember({"jsonl"}));
  command->add_flag("--isolated", settings.isolated, "The files are clean article text: cut nothing away");
  command->add_option("--published", settings.published, "Day of publication for files that do not say their own")
      ->check(CLI::Validator(iso_day_fault, "YYYY-MM-DD"));
  add_selection(*command, settings.selection);
  add_model_option(*command, settings.model);
  add_precision_option(*command, settings.precision);
  command->add_option("--threads", settings.threads, "Threads that read at the same time")
      ->check(CLI::Range(1u, 256u))
      ->capture_default_str();
  command->callback([choices, &exit_code] { exit_code = read(*choices); });
}

}  // namespace coranto::programs
