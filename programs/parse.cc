// coranto parse: the language analysis alone of each file's whole text, as it is.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "base/pipeline.h"
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
  std::string model;
  unsigned threads = 1;
  size_t batch = 64 << 10;
};

constexpr size_t first_batch = 4 << 10;

using Pages = std::vector<Page>;

// What a batch has become: text to print or, where that would be long, the documents that make it as it is printed.
struct Labelled {
  std::string text;
  Pages pages;
  std::vector<Document> documents;
};

class Parser {
 public:
  Parser(const label::Labeller& labeller, bool json) : labeller_(labeller), json_(json) {}

  Labelled label(Pages pages) const {
    std::vector<std::string_view> texts;
    size_t bytes = 0;
    for (const Page& page : pages) texts.push_back(page.text), bytes += page.text.size();
    Labelled out{"", std::move(pages), labeller_.label(texts)};
    if (bytes > most_at_once) return out;
    write(out, [&out](std::string_view piece) { out.text += piece; });
    return {std::move(out.text), {}, {}};
  }

  void print(const Labelled& labelled) const {
    const auto put = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); };
    put(labelled.text);
    write(labelled, put);
  }

 private:
  static constexpr size_t most_at_once = 1 << 20;

  void write(const Labelled& labelled, const label::Print& print) const {
    for (size_t i = 0; i < labelled.documents.size(); ++i) {
      (json_ ? label::write_json : label::write_conllu)(labelled.documents[i], labelled.pages[i].source, print);
    }
  }

  const label::Labeller& labeller_;
  bool json_;
};

int parse(const Choices& choices) {
  const auto labeller = label::Labeller::open(choices.model);
  if (!labeller) return complain(labeller.error()), cannot_open;
  const Parser parser(*labeller, choices.form == "jsonl");
  Pipeline<Page, Labelled> line(
      choices.threads, {first_batch, choices.batch}, [&](Pages batch) { return parser.label(std::move(batch)); },
      [&](const Labelled& labelled) { parser.print(labelled); });
  const auto take = [&](Page page) {
    const size_t bytes = page.text.size();
    line.add(std::move(page), bytes);
  };
  int errors = 0;
  intake::Options options;
  options.isolated = true;
  intake::read(choices.paths, options, take, [&](const Error& error) { complain(error), ++errors; });
  line.finish();
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
  add_model_option(*command, choices->model);
  command->add_option("--threads", choices->threads, "Threads that label at the same time")
      ->check(CLI::Range(1u, 256u))
      ->capture_default_str();
  command->add_option("--batch", choices->batch, "Bytes of text that a thread labels at once")
      ->check(CLI::Range(size_t{1}, size_t{64} << 20))
      ->capture_default_str();
  command->callback([choices, &exit_code] { exit_code = parse(*choices); });
}

}  // namespace coranto::programs
