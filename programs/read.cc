// coranto read: captured pages into a record, or onto the screen.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "commands.h"
#include "coranto/engine.h"
#include "defaults.h"
#include "messages.h"
#include "record/report_json.h"

namespace coranto::programs {
namespace {

struct Choices {
  std::vector<std::string> paths;
  std::string into;
  std::string form;
  Settings settings;
};

std::string iso_day_fault(const std::string& day) {
  const bool shaped = day.size() == 10 && day[4] == '-' && day[7] == '-' &&
                      day.find_first_not_of("0123456789-") == std::string::npos;
  return shaped ? "" : "a date is written YYYY-MM-DD, not " + day;
}

int read(const Choices& choices) {
  auto engine = Engine::open(choices.settings);
  if (!engine) return complain(engine.error()), cannot_open;
  int errors = 0;
  engine->read(
      choices.paths,
      [&](const Reading& reading) { std::puts(record::report_json(reading.report, reading.notes).c_str()); },
      [&](const Error& error) { complain(error), ++errors; });
  return errors ? failed : done;
}

}  // namespace

void add_read(CLI::App& app, int& exit_code) {
  auto choices = std::make_shared<Choices>();
  Settings& settings = choices->settings;
  settings.model = default_model();
  settings.data = default_data();
  CLI::App* command = app.add_subcommand("read", "Read reports: into a record, or print what was taken down");
  command->add_option("paths", choices->paths, "Files (.txt .html .jsonl) or folders, which are read whole")->required();
  command->add_option("--into", choices->into, "Folder of the record; made where there is none");
  command->add_option("--as", choices->form, "jsonl: print one JSON object a report (coranto-report/1)")
      ->check(CLI::IsMember({"jsonl"}));
  command->add_flag("--isolated", settings.isolated, "The files are clean article text: cut nothing away");
  command->add_option("--published", settings.published, "Day of publication for files that do not say their own")
      ->check(CLI::Validator(iso_day_fault, "YYYY-MM-DD"));
  command->add_option("--model", settings.model, "spaCy 3.7 or 3.8 English package folder")->capture_default_str();
  command->add_option("--threads", settings.threads, "Workers")->check(CLI::Range(1u, 256u))->capture_default_str();
  command->callback([choices, &exit_code] { exit_code = read(*choices); });
}

}  // namespace coranto::programs
