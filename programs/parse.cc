// coranto parse: the language analysis alone of each file's whole text, as it is.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "commands.h"
#include "defaults.h"
#include "intake/intake.h"
#include "label/conllu.h"
#include "label/doc_json.h"
#include "label/label.h"
#include "messages.h"

namespace coranto::programs {
namespace {

struct Choices {
  std::vector<std::string> paths;
  std::string form = "conllu";
  std::string model = default_model();
};

constexpr size_t batch_bytes = 256 << 10;

// Labels pages in batches and prints them in order.
class Printer {
 public:
  Printer(const label::Labeller& labeller, bool json) : labeller_(labeller), json_(json) {}

  void add(Page page) {
    bytes_ += page.text.size();
    pages_.push_back(std::move(page));
    if (bytes_ >= batch_bytes) flush();
  }

  void flush() {
    std::vector<std::string_view> texts;
    for (const Page& page : pages_) texts.push_back(page.text);
    const std::vector<Document> documents = labeller_.label(texts);
    std::string out;
    for (size_t i = 0; i < pages_.size(); ++i) {
      out += json_ ? label::doc_json(documents[i], pages_[i].source) : label::conllu(documents[i], pages_[i].source);
    }
    std::fwrite(out.data(), 1, out.size(), stdout);
    pages_.clear();
    bytes_ = 0;
  }

 private:
  const label::Labeller& labeller_;
  bool json_;
  std::vector<Page> pages_;
  size_t bytes_ = 0;
};

int parse(const Choices& choices) {
  const auto labeller = label::Labeller::open(choices.model);
  if (!labeller) return complain(labeller.error()), cannot_open;
  Printer printer(*labeller, choices.form == "jsonl");
  int errors = 0;
  intake::Options options;
  options.isolated = true;
  for (const std::string& path : choices.paths) {
    intake::read(
        path, options, [&](Page page) { printer.add(std::move(page)); },
        [&](const Error& error) { complain(error), ++errors; });
  }
  printer.flush();
  return errors ? failed : done;
}

}  // namespace

void add_parse(CLI::App& app, int& exit_code) {
  auto choices = std::make_shared<Choices>();
  CLI::App* command = app.add_subcommand("parse", "Print the language analysis of texts, as they are");
  command->add_option("paths", choices->paths, "Files or folders")->required();
  command->add_option("--as", choices->form, "conllu, or jsonl as spaCy's Doc.to_json has it")
      ->check(CLI::IsMember({"conllu", "jsonl"}))
      ->capture_default_str();
  command->add_option("--model", choices->model, "spaCy English package folder")->capture_default_str();
  command->callback([choices, &exit_code] { exit_code = parse(*choices); });
}

}  // namespace coranto::programs
