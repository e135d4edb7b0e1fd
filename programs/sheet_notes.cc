// Statements and events of a sheet.
#include "excerpt.h"
#include "record/days.h"
#include "record/names.h"
#include "sheet.h"

namespace coranto::programs {

void Sheet::statements() {
  if (notes_.statements.empty()) return;
  section("Said");
  for (const Statement& s : notes_.statements) statement(s);
}

void Sheet::statement(const Statement& s) {
  Paragraph who(terminal_);
  who.add(name(s.speaker, s.speaker_span.empty() ? "somebody" : s.speaker_span.of(article_.text)), Style::name);
  if (!s.cue.empty()) who.add(" · ").add(s.cue.of(article_.text));
  if (s.addressee != no_actor) who.add(" · to ").add(name(s.addressee, ""), Style::name);
  if (!s.channel.empty()) who.add(" · " + s.channel);
  std::vector<ActorIndex> carriers = s.via;
  std::erase(carriers, s.speaker);
  on_whose_word(who, carriers);
  line(5, who, 7);
  std::vector<std::string> pieces;
  for (const Span piece : s.content) pieces.emplace_back(piece.of(article_.text));
  const std::string said = beginning(joined(pieces, " … "), room(4));
  Paragraph words(terminal_);
  if (s.negative) words.add("not: ", Style::bold);
  line(7, words.add(s.quoted == Quoted::direct ? "“" + said + "”" : balanced(said)));
}

void Sheet::events() {
  if (notes_.events.empty()) return;
  section("Events");
  for (const Event& e : notes_.events) event(e);
}

void Sheet::event(const Event& e) {
  Paragraph what(terminal_);
  what.add(e.type, Style::type).add(e.mode.empty() ? "" : " " + e.mode, Style::bold).add(": ");
  what.add(e.actors.empty() ? "?" : names(e.actors), Style::name);
  if (!e.recipients.empty()) what.add(" → ").add(names(e.recipients), Style::name);
  if (e.place >= 0) what.add(" · in ").add(place(notes_.places[static_cast<size_t>(e.place)]));
  if (const std::string when = time(e); !when.empty()) what.add(" · " + when);
  const bool plain = e.modality == Modality::happened && !e.negative;
  const std::string modality(record::word_of(record::modalities, e.modality));
  what.add(" · ").add((e.negative ? "not " : "") + modality, plain ? Style::dim : Style::bold);
  on_whose_word(what, e.via);
  line(5, what, 7);
  evidence(e);
}

// The sentence that proves it, the words that name the act marked, as much around them as two lines hold.
void Sheet::evidence(const Event& e) {
  const std::string_view text = article_.text;
  Paragraph sentence(terminal_);
  if (!e.sentence.contains(e.trigger)) {
    sentence.add(beginning(e.sentence.of(text), room(2)), Style::dim).add(" ").add(e.trigger.of(text), Style::mark);
    return line(7, sentence);
  }
  const Span shown = around(text, e.sentence, e.trigger, room(2));
  const Span before{shown.begin, e.trigger.begin}, after{e.trigger.end, shown.end};
  sentence.add(shown.begin > e.sentence.begin ? "… " : "", Style::dim).add(before.of(text), Style::dim);
  sentence.add(e.trigger.of(text), Style::mark).add(after.of(text), Style::dim);
  line(7, sentence.add(shown.end < e.sentence.end ? " …" : "", Style::dim));
}

// The day, or where it is not known the words that would tell it.
std::string Sheet::time(const Event& e) const {
  const std::string time = record::event_time(e, notes_);
  const bool known = time.empty() || (time[0] >= '0' && time[0] <= '9');
  return known || e.time < 0
             ? time
             : "“" + std::string(notes_.times[static_cast<size_t>(e.time)].span.of(article_.text)) + "”";
}

std::string Sheet::place(const Place& place) const {
  const std::string country = codes_.words(place.country);
  return joined({place.name, country == place.name ? "" : country}, ", ");
}

void Sheet::on_whose_word(Paragraph& paragraph, const std::vector<ActorIndex>& via) const {
  for (size_t i = 0; i < via.size(); ++i)
    paragraph.add(i ? ", citing " : " · according to ", Style::dim).add(name(via[i], "?"), Style::name);
}

std::string Sheet::name(ActorIndex actor, std::string_view otherwise) const {
  return actor < notes_.actors.size() ? notes_.actors[actor].name : std::string(otherwise);
}

std::string Sheet::names(const std::vector<ActorIndex>& list) const {
  std::vector<std::string> out;
  for (const ActorIndex actor : list) out.push_back(name(actor, "?"));
  return joined(out, ", ");
}

}  // namespace coranto::programs
