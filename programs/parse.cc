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

std::string printed(const label::Labeller& labeller, const Pages& pages, bool json) {
  std::vector<std::string_view> texts;
  for (const Page& page : pages) texts.push_back(page.text);
  const std::vector<Document> documents = labeller.label(texts);
  std::string out;
  for (size_t i = 0; i < pages.size(); ++i) {
    out += json ? label::doc_json(documents[i], pages[i].source) : label::conllu(documents[i], pages[i].source);
  }
  return out;
}

int parse(const Choices& choices) {
  const auto labeller = label::Labeller::open(choices.model);
  if (!labeller) return complain(labeller.error()), cannot_open;
  const bool json = choices.form == "jsonl";
  Pipeline<Page, std::string> line(
      choices.threads, {first_batch, choices.batch},
      [&](const Pages& batch) { return printed(*labeller, batch, json); },
      [](const std::string& out) { std::fwrite(out.data(), 1, out.size(), stdout); });
  const auto take = [&](Page page) {
    const size_t bytes = page.text.size();
    line.add(std::move(page), bytes);
  };
  int errors = 0;
  intake::Options options;
  options.isolated = true;
  for (const std::string& path : choices.paths) {
    intake::read(path, options, take, [&](const Error& error) { complain(error), ++errors; });
  }
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
