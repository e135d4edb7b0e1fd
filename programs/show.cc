// coranto show: a record for people. Each report with its copies, who is in it, who said what, what happened, and the
// sentence that proves it with the words that name the act marked.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <memory>

#include "commands.h"
#include "coranto/record.h"
#include "messages.h"
#include "record/days.h"
#include "record/names.h"
#include "terminal.h"

namespace coranto::programs {
namespace {

struct Choices {
  std::string record, report, colour = "auto";
  size_t limit = 0;
};

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string out;
  for (const auto& word : words) {
    if (!word.empty()) out += (out.empty() ? "" : between) + word;
  }
  return out;
}

// Writes one report.
class Sheet {
 public:
  Sheet(const Terminal& terminal, const Report& report, const Notes& notes)
      : terminal_(terminal), report_(report), article_(report.article), notes_(notes) {}

  std::string write(const std::vector<Copy>& copies) {
    head();
    for (const Copy& copy : copies)
      line(
          3,
          Paragraph(terminal_).add("copy: ", Style::dim).add(joined({copy.title, copy.source, copy.published}, " · ")));
    if (article_.kind != ArticleKind::article)
      line(3, Paragraph(terminal_).add(article_.text, Style::dim));
    else
      actors();
    statements();
    events();
    return out_ + '\n';
  }

 private:
  void line(size_t indent, const Paragraph& paragraph, size_t rest = 0) {
    out_ += paragraph.wrapped(indent, rest ? rest : indent);
  }

  void section(const char* name) { line(3, Paragraph(terminal_).add(name, Style::bold)); }

  void head() {
    const bool teaser = article_.kind == ArticleKind::teaser;
    std::string title = article_.title;
    if (title.empty()) title = article_.text.substr(0, article_.text.find_first_of("\n.")) + " …";
    line(0, Paragraph(terminal_).add(teaser ? "▹ " : "■ ", Style::bold).add(title, Style::bold), 2);
    const std::string kind(record::word_of(record::article_kinds, article_.kind));
    const std::string day = article_.published.empty() ? "day not known" : article_.published;
    line(3, Paragraph(terminal_).add(joined({article_.source, day, kind, report_.id}, " · "), Style::dim));
    const std::string by = joined({joined(article_.byline, ", "), joined(article_.agencies, ", ")}, " · ");
    if (!by.empty()) line(3, Paragraph(terminal_).add("by " + by, Style::dim));
    if (!report_.copy_of.empty()) line(3, Paragraph(terminal_).add("a copy of " + report_.copy_of, Style::dim));
  }

  void actors() {
    if (notes_.actors.empty()) return;
    section("Actors");
    std::vector<std::string> others;
    for (const Actor& a : notes_.actors) {
      const bool bare = a.role.empty() && a.country.empty() && a.aliases.empty() && a.kind == ActorKind::group;
      bare ? others.push_back(a.name) : actor(a);
    }
    if (!others.empty()) line(5, Paragraph(terminal_).add("and " + joined(others, ", "), Style::dim), 7);
  }

  void actor(const Actor& a) {
    Paragraph paragraph(terminal_);
    paragraph.add(a.name, Style::name);
    const std::string office = joined({a.role, a.country, a.sector}, ", ");
    if (!office.empty()) paragraph.add(" · " + office);
    if (!a.aliases.empty()) paragraph.add(" · also " + joined(a.aliases, ", "), Style::dim);
    line(5, paragraph, 7);
  }

  void statements() {
    if (notes_.statements.empty()) return;
    section("Said");
    for (const Statement& s : notes_.statements) statement(s);
  }

  void statement(const Statement& s) {
    Paragraph who(terminal_);
    who.add(name(s.speaker, s.speaker_span.empty() ? "somebody" : s.speaker_span.of(article_.text)), Style::name);
    if (s.addressee != no_actor) who.add(" to ").add(name(s.addressee, ""), Style::name);
    if (s.negative) who.add(" denies");
    if (!s.channel.empty()) who.add(" on " + s.channel);
    on_whose_word(who, s.via);
    line(5, who, 7);
    Paragraph words(terminal_);
    words.add(s.quoted == Quoted::direct ? "“" : "");
    for (size_t i = 0; i < s.content.size(); ++i) words.add(i ? " … " : "").add(s.content[i].of(article_.text));
    line(7, words.add(s.quoted == Quoted::direct ? "”" : ""));
  }

  void events() {
    if (notes_.events.empty()) return;
    section("Events");
    for (const Event& e : notes_.events) event(e);
  }

  void event(const Event& e) {
    Paragraph what(terminal_);
    what.add(e.type, Style::type).add(e.mode.empty() ? "" : " " + e.mode, Style::bold).add(": ");
    sides(what, e);
    if (e.place >= 0) what.add(" · in ").add(place(notes_.places[static_cast<size_t>(e.place)]));
    const std::string time = record::event_time(e, notes_);
    if (!time.empty()) what.add(" · " + time);
    const std::string modality(record::word_of(record::modalities, e.modality));
    what.add(" · ").add(modality, e.modality == Modality::happened ? Style::dim : Style::bold);
    if (e.negative) what.add(", told as not so", Style::bold);
    on_whose_word(what, e.via);
    line(5, what, 7);
    evidence(e);
  }

  void sides(Paragraph& what, const Event& e) const {
    what.add(e.actors.empty() ? "?" : names(e.actors), Style::name);
    if (!e.recipients.empty()) what.add(" → ").add(names(e.recipients), Style::name);
  }

  void evidence(const Event& e) {
    const std::string_view text = article_.text;
    const Span before{e.sentence.begin, e.trigger.begin}, after{e.trigger.end, e.sentence.end};
    Paragraph sentence(terminal_);
    if (!e.sentence.contains(e.trigger))
      sentence.add(e.sentence.of(text), Style::dim).add(" ").add(e.trigger.of(text), Style::mark);
    else
      sentence.add(before.of(text), Style::dim).add(e.trigger.of(text), Style::mark).add(after.of(text), Style::dim);
    line(7, sentence);
  }

  void on_whose_word(Paragraph& paragraph, const std::vector<ActorIndex>& via) const {
    if (!via.empty()) paragraph.add(" · according to ", Style::dim).add(names(via, " ← "), Style::name);
  }

  std::string name(ActorIndex actor, std::string_view otherwise) const {
    return actor < notes_.actors.size() ? notes_.actors[actor].name : std::string(otherwise);
  }

  std::string names(const std::vector<ActorIndex>& list, const char* between = ", ") const {
    std::vector<std::string> out;
    for (const ActorIndex actor : list) out.push_back(name(actor, "?"));
    return joined(out, between);
  }

  static std::string place(const Place& place) { return joined({place.name, place.country}, ", "); }

  const Terminal& terminal_;
  const Report& report_;
  const Article& article_;
  const Notes& notes_;
  std::string out_;
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

int show(const Choices& choices) {
  const Terminal terminal = Terminal::of_stdout(choices.colour);
  auto record = Record::open(choices.record);
  if (!record) return fail(record.error(), cannot_open);
  const auto copies = record->copies();
  const auto counts = record->counts();
  if (!copies || !counts) return fail(copies ? counts.error() : copies.error(), cannot_open);
  std::map<std::string, std::vector<Copy>> copies_of;
  for (const Copy& copy : *copies) copies_of[copy.of].push_back(copy);
  size_t shown = 0;
  const auto done_reading = record->each([&](const Report& report, const Notes& notes) {
    const bool wanted = choices.report.empty() ? report.copy_of.empty() : report.id.starts_with(choices.report);
    if (!wanted) return true;
    const std::string sheet =
        Sheet(terminal, report, notes).write(report.copy_of.empty() ? copies_of[report.id] : std::vector<Copy>());
    const bool written = std::fwrite(sheet.data(), 1, sheet.size(), stdout) == sheet.size();
    return written && (++shown != choices.limit);
  });
  if (!done_reading) return fail(done_reading.error(), cannot_open);
  if (!choices.report.empty() && shown == 0)
    return fail({Code::not_found, "no report " + choices.report, choices.record}, failed);
  if (choices.report.empty()) std::fputs(summary(*counts).c_str(), stdout);
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
