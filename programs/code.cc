// coranto code: the acts that a sentence tells, with the rule of the lexicon that found each. For quick trials by those
// who edit data/events.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <memory>

#include "commands.h"
#include "defaults.h"
#include "label/label.h"
#include "messages.h"
#include "note/event_line.h"
#include "note/note.h"

namespace coranto::programs {
namespace {

struct Choices {
  std::vector<std::string> sentences;
  std::string model, published;
};

int fail(const Error& error) {
  complain(error);
  return cannot_open;
}

std::string trial(const std::string& sentence, const Choices& choices, const label::Labeller& labeller,
                  const note::Noter& noter) {
  Report report;
  report.article.text = sentence;
  report.article.published = choices.published;
  const Notes notes = noter.note(report, labeller.label(sentence));
  std::string out = sentence + '\n';
  if (notes.events.empty()) out += "  none\n";
  for (const Event& event : notes.events) {
    const Span words = event.trigger;
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, "%.2f", event.confidence);
    out += "  " + note::event_line(notes, event) + "\t" + event.rule + "\t" + confidence + "\t" +
           sentence.substr(words.begin, words.end - words.begin) + '\n';
  }
  return out;
}

int code(const Choices& choices) {
  auto labeller = label::Labeller::open(choices.model);
  if (!labeller) return fail(labeller.error());
  auto noter = note::Noter::open(default_data());
  if (!noter) return fail(noter.error());
  const auto show = [&](const std::string& sentence) {
    if (!sentence.empty()) std::fputs(trial(sentence, choices, *labeller, *noter).c_str(), stdout);
  };
  for (const std::string& sentence : choices.sentences) show(sentence);
  if (!choices.sentences.empty()) return done;
  for (std::string line; std::getline(std::cin, line);) show(line);
  return done;
}

}  // namespace

void add_code(CLI::App& app, int& exit_code) {
  auto choices = std::make_shared<Choices>();
  CLI::App* command =
      app.add_subcommand("code", "Print the acts of single sentences, with the rule that found each: for quick trials");
  command->add_option("sentences", choices->sentences, "Sentences; the lines of standard input where none is given");
  command->add_option("--published", choices->published, "ISO day of writing, by which \"Monday\" is dated");
  add_model_option(*command, choices->model);
  command->callback([choices, &exit_code] { exit_code = code(*choices); });
}

}  // namespace coranto::programs
