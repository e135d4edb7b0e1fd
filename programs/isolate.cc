// coranto isolate: the articles of pages with what was cut around them; no language model is opened.
#include "isolate/isolate.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "article_html.h"
#include "commands.h"
#include "defaults.h"
#include "failures.h"
#include "intake/intake.h"
#include "join/join.h"
#include "messages.h"
#include "record/names.h"
#include "record/report_json.h"
#include "selection.h"

namespace coranto::programs {
namespace {

struct Choices {
  std::vector<std::string> paths;
  std::string form = "text";
  bool explain = false;
  std::string data = default_data();
  intake::Options intake;
};

class Printer {
 public:
  Printer(const Choices& choices, const isolate::Isolator& isolator) : choices_(choices), isolator_(isolator) {}

  void print(const Page& page) {
    if (choices_.explain) return explain(page);
    for (Article& article : isolator_.isolate(page)) {
      if (choices_.form == "text") put(article.text + (article.text.empty() ? "" : "\n\n"));
      if (choices_.form == "html") put(html_of(article));
      if (choices_.form == "jsonl") put(record::report_json(joiner_.join(std::move(article)), {}) + '\n');
    }
  }

 private:
  static void put(const std::string& out) { std::fwrite(out.data(), 1, out.size(), stdout); }

  // A block a line: verdict, reason, text.
  void explain(const Page& page) const {
    std::string out = "# " + page.source + '\n';
    for (const auto& verdict : isolator_.explain(page)) {
      out += verdict.part ? record::word_of(record::part_kinds, *verdict.part) : "body";
      out += '\t' + verdict.reason + '\t' + verdict.text + '\n';
    }
    put(out);
  }

  const Choices& choices_;
  const isolate::Isolator& isolator_;
  join::Joiner joiner_;
};

int isolate_pages(const Choices& choices) {
  const auto isolator = isolate::Isolator::open(choices.data);
  if (!isolator) return complain(isolator.error()), cannot_open;
  Printer printer(choices, *isolator);
  Failures failures;
  intake::read(
      choices.paths, choices.intake, [&](const Page& page) { printer.print(page); },
      [&](const Error& error) { complain(error), failures.add(error); });
  failures.sum_up();
  return failures.any() ? failed : done;
}

}  // namespace

void add_isolate(CLI::App& app, int& exit_code) {
  auto choices = std::make_shared<Choices>();
  CLI::App* command = app.add_subcommand("isolate", "Print the articles of pages, freed of what stands around them");
  command->add_option("paths", choices->paths, inputs_in_words)->required();
  CLI::Option* form = command->add_option("--as", choices->form, "text, jsonl (coranto-report/1) or html")
                          ->check(CLI::IsMember({"text", "jsonl", "html"}))
                          ->capture_default_str();
  add_selection(*command, choices->intake.selection);
  command->add_flag("--explain", choices->explain, "Print every block of the page with its verdict and the reason")
      ->excludes(form);
  command->callback([choices, &exit_code] { exit_code = isolate_pages(*choices); });
}

}  // namespace coranto::programs
