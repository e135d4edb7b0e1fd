// coranto show: a record for people. Each report with its copies, who is in it, who said what, what happened, and the
// sentence that proves it with the words that name the act marked.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <memory>
#include <set>

#include "commands.h"
#include "coranto/record.h"
#include "defaults.h"
#include "messages.h"
#include "sheet.h"

namespace coranto::programs {
namespace {

struct Choices {
  std::string record, report, colour = "auto";
  size_t limit = 0;
};

int fail(const Error& error, int code) {
  complain(error);
  return code;
}

// How many of each sort of entry the record holds, on one line.
std::string summary(const std::vector<std::pair<std::string, int64_t>>& counts) {
  std::string out;
  for (const auto& [name, count] : counts) out += (out.empty() ? "" : ", ") + std::to_string(count) + ' ' + name;
  return out + '\n';
}

bool print(const std::string& text) { return std::fwrite(text.data(), 1, text.size(), stdout) == text.size(); }

// The reports wanted; how many were shown.
Result<size_t> show_reports(const Choices& choices, Record& record, const Codes& codes) {
  const Terminal terminal = Terminal::of_stdout(choices.colour);
  const auto copies = record.copies();
  if (!copies) return copies.error();
  std::map<std::string, std::vector<Copy>> copies_of;
  std::set<std::string> copied;  // sources of copies; what they copy
  for (const Copy& copy : *copies) copies_of[copy.of].push_back(copy), copied.insert(copy.of + ' ' + copy.source);
  size_t shown = 0;
  const auto done = record.each([&](const Report& report, const Notes& notes) {
    const bool wanted = choices.report.empty() ? !copied.contains(report.copy_of + ' ' + report.article.source)
                                               : report.id.starts_with(choices.report);
    if (!wanted) return true;
    const auto& listed = report.copy_of.empty() ? copies_of[report.id] : std::vector<Copy>();
    return print(Sheet(terminal, codes, report, notes).write(listed)) && ++shown != choices.limit;
  });
  if (!done) return done.error();
  return shown;
}

int show(const Choices& choices) {
  auto record = Record::open(choices.record);
  if (!record) return fail(record.error(), cannot_open);
  const auto codes = Codes::open(default_data());
  if (!codes) return fail(codes.error(), cannot_open);
  const auto shown = show_reports(choices, *record, *codes);
  if (!shown) return fail(shown.error(), cannot_open);
  if (!choices.report.empty()) {
    if (*shown) return done;
    return fail({Code::not_found, "no report " + choices.report, choices.record}, failed);
  }
  const auto counts = record->counts();
  if (!counts) return fail(counts.error(), cannot_open);
  print(summary(*counts));
  return done;
}

}  // namespace

void add_show(CLI::App& app, int& exit_code) {
  auto choices = std::make_shared<Choices>();
  CLI::App* command = app.add_subcommand("show", "Print a record for people, with the words that prove each entry");
  command->add_option("record", choices->record, "Folder of the record")->required();
  command->add_option("--report", choices->report, "Only this report: its id or how that begins");
  command->add_option("--limit", choices->limit, "Show so many reports; 0 for all")->capture_default_str();
  command->add_option("--color", choices->colour, "auto (NO_COLOR is heeded), always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  command->callback([choices, &exit_code] { exit_code = show(*choices); });
}

}  // namespace coranto::programs
