// coranto parse: the language analysis alone of each file's whole text, as it is.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

#include "base/pipeline.h"
#include "commands.h"
#include "defaults.h"
#include "intake/intake.h"
#include "label/conllu.h"
#include "label/doc_json.h"
#include "label/label.h"
#include "label/token_table.h"
#include "messages.h"
#include "output.h"
#include "progress.h"
#include "selection.h"

namespace coranto::programs {
namespace {

struct Choices {
  std::vector<std::string> paths;
  std::string form = "conllu";
  std::string columns = "sentence,id,text,lemma,pos,tag,head,dep,entity";
  std::string model;
  bool lines = false, quiet = false;
  std::string precision = "fp32";
  unsigned threads = 1;
  size_t batch = 64 << 10;
};

constexpr size_t first_batch = 4 << 10;

using Pages = std::vector<Page>;
using Write = std::function<void(const Document&, std::string_view source, const label::Print&)>;

// What a batch has become: text to print or, where that would be long, the documents that make it as it is printed.
struct Labelled {
  std::string text;
  Pages pages;
  std::vector<Document> documents;
  size_t texts = 0, tokens = 0, bytes = 0;
};

class Parser {
 public:
  Parser(const label::Labeller& labeller, Write write) : labeller_(labeller), write_one_(std::move(write)) {}

  Labelled label(Pages pages) const {
    Labelled out;
    std::vector<std::string_view> texts;
    for (const Page& page : pages) texts.push_back(page.text), out.bytes += page.text.size();
    out.pages = std::move(pages);
    out.documents = labeller_.label(texts);
    out.texts = texts.size();
    for (const Document& document : out.documents) out.tokens += document.size();
    if (out.bytes <= most_at_once) write_now(out);
    return out;
  }

  void print(const Labelled& labelled) const {
    put(labelled.text);
    write(labelled, put);
  }

 private:
  static constexpr size_t most_at_once = 1 << 20;

  void write(const Labelled& labelled, const label::Print& print) const {
    for (size_t i = 0; i < labelled.documents.size(); ++i)
      write_one_(labelled.documents[i], labelled.pages[i].source, print);
  }

  void write_now(Labelled& labelled) const {
    write(labelled, [&labelled](std::string_view piece) { labelled.text += piece; });
    labelled.documents.clear();
    labelled.pages.clear();
  }

  const label::Labeller& labeller_;
  Write write_one_;
};

Write write_of(const Choices& choices) {
  if (choices.form == "jsonl") return label::write_json;
  if (choices.form == "conllu")
    return [](const Document& document, std::string_view source, const label::Print& print) {
      label::write_conllu(document, source, print);
    };
  const auto table = label::TokenTable::of(choices.columns).value();
  put(table.head());
  return [table](const Document& document, std::string_view source, const label::Print& print) {
    table.write(document, source, print);
  };
}

int parse(const Choices& choices) {
  const auto labeller = label::Labeller::open(choices.model, choices.precision);
  if (!labeller) return complain(labeller.error()), cannot_open;
  const Parser parser(*labeller, write_of(choices));
  ParseProgress progress(!choices.quiet);
  Pipeline<Page, Labelled> line(
      choices.threads, {first_batch, choices.batch}, [&](Pages batch) { return parser.label(std::move(batch)); },
      [&](const Labelled& labelled) {
        parser.print(labelled);
        progress.add(labelled.texts, labelled.tokens, labelled.bytes);
      });
  const auto take = [&](Page page) {
    const size_t bytes = page.text.size();
    line.add(std::move(page), bytes);
  };
  int errors = 0;
  const auto fail = [&](const Error& error) { progress.clear(), complain(error), ++errors; };
  intake::Options options;
  options.isolated = true;
  options.lines = choices.lines;
  intake::read(choices.paths, options, take, fail);
  line.finish();
  progress.finish();
  return errors ? failed : done;
}

// Without a path, standard input, unless that is a person who waits for help.
void settle_paths(std::vector<std::string>& paths) {
  if (!paths.empty()) return;
  if (isatty(STDIN_FILENO)) throw CLI::RequiredError("paths");
  paths = {"-"};
}

std::string columns_fault(const std::string& columns) {
  const auto table = label::TokenTable::of(columns);
  return table ? "" : table.error().message;
}

std::string footer() {
  std::string out = "Columns of --as columns:\n";
  for (const label::TableColumn& column : label::table_columns()) {
    out.append("  ").append(column.name).append(12 - column.name.size(), ' ').append(column.meaning).append("\n");
  }
  return out + R"(
Exit codes:
  0  done
  1  an input could not be read, and was named; the others were parsed
  2  wrong usage
  3  the model cannot be opened
  4  standard output cannot be written

Examples:
  coranto parse a.txt > a.conllu
  pandoc report.docx -t plain | coranto parse --columns text,lemma,pos,dep
  coranto parse news.jsonl.gz --as jsonl --threads 4 > news.analysis.jsonl
  coranto parse reports/ --columns doc,text,entity | grep -v 'O$')";
}

}  // namespace

void add_parse(CLI::App& app, int& exit_code) {
  auto choices = std::make_shared<Choices>();
  CLI::App* command = app.add_subcommand("parse", "Print the language analysis of texts, as they are");
  command->footer(footer());
  command->add_option("paths", choices->paths, std::string(inputs_in_words) + ", as without a path");
  CLI::Option* form =
      command->add_option("--as", choices->form, "conllu; jsonl, as spaCy's Doc.to_json has it; columns, a table (TSV)")
          ->check(CLI::IsMember({"conllu", "jsonl", "columns"}))
          ->capture_default_str();
  CLI::Option* columns =
      command->add_option("--columns", choices->columns, "The columns of the table, with commas between them")
          ->check(CLI::Validator(columns_fault, "NAME,..."))
          ->capture_default_str();
  command->add_flag("--lines", choices->lines, "Each line of the files is a text of its own, whatever they are called");
  add_model_option(*command, choices->model);
  add_precision_option(*command, choices->precision);
  command->add_option("--threads", choices->threads, "Threads that label at the same time")
      ->check(CLI::Range(1u, 256u))
      ->capture_default_str();
  command->add_option("--batch", choices->batch, "Bytes of text that a thread labels at once")
      ->check(CLI::Range(size_t{1}, size_t{64} << 20))
      ->capture_default_str();
  command->add_flag("--quiet", choices->quiet,
                    "No line of progress, which a terminal gets where the output is elsewhere");
  command->callback([choices, form, columns, &exit_code] {
    if (columns->count() && !form->count()) choices->form = "columns";
    if (columns->count() && choices->form != "columns") throw CLI::ExcludesError("--columns", "--as " + choices->form);
    settle_paths(choices->paths);
    exit_code = parse(*choices);
  });
}

}  // namespace coranto::programs
