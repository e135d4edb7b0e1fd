#include "record/note_rows.h"

#include "record/days.h"
#include "record/names.h"

namespace coranto::record {
namespace {

int64_t number(size_t index) { return static_cast<int64_t>(index) + 1; }

}  // namespace

Appender& span_cells(Appender& row, const std::vector<Span>& bytes, const utf8::PointMap& map) {
  std::vector<Span> points;
  for (const Span one : bytes) points.push_back(map.points(one));
  return row.spans(bytes).spans(points);
}

void NoteRows::write() {
  actor_rows();
  place_rows();
  time_rows();
  statement_rows();
  event_rows();
}

void NoteRows::actor_rows() {
  for (size_t i = 0; i < notes_.actors.size(); ++i) {
    const Actor& a = notes_.actors[i];
    auto& row = tables_[actors].text(ids_.actors[i]).text(id_).integer(number(i)).text(a.name);
    row.text(word_of(actor_kinds, a.kind))
        .text_or_null(a.country)
        .text_or_null(a.sector)
        .text_or_null(a.role)
        .end_row();
    name_rows(ids_.actors[i], a);
    mention_rows(ids_.actors[i], a);
  }
}

void NoteRows::place_rows() {
  for (size_t i = 0; i < notes_.places.size(); ++i) {
    const Place& p = notes_.places[i];
    auto& row = tables_[places].text(ids_.places[i]).text(id_).integer(number(i));
    span(row.text(p.span.of(article_.text)), p.span).text(p.name);
    p.geonames ? row.integer(p.geonames) : row.null();
    p.located ? row.real(p.lat).real(p.lon) : row.null().null();
    row.text_or_null(p.country).text_or_null(p.admin1).text_or_null(word_of(resolutions, p.resolution));
    row.text(word_of(place_uses, p.use)).end_row();
  }
}

void NoteRows::time_rows() {
  for (size_t i = 0; i < notes_.times.size(); ++i) {
    const Time& t = notes_.times[i];
    auto& row = tables_[times].text(ids_.times[i]).text(id_).integer(number(i)).text(t.span.of(article_.text));
    span(row, t.span).text(word_of(time_types, t.type)).text_or_null(t.value).text_or_null(t.symbolic).end_row();
  }
}

void NoteRows::statement_rows() {
  for (size_t i = 0; i < notes_.statements.size(); ++i) {
    const Statement& s = notes_.statements[i];
    auto& row = tables_[statements].text(ids_.statements[i]).text(id_).integer(number(i));
    span_list(row.text(words(s.content)), s.content);
    words_and_span(actor_or_null(row, s.speaker), s.speaker_span);
    words_and_span(actor_or_null(row, s.addressee), s.cue);
    row.text(word_of(quotings, s.quoted)).text_or_null(s.channel).text(s.negative ? "-" : "+");
    row.texts(actor_ids(s.via)).end_row();
  }
}

void NoteRows::event_rows() {
  for (size_t i = 0; i < notes_.events.size(); ++i) {
    const Event& e = notes_.events[i];
    auto& row = tables_[events].text(ids_.events[i]).text(id_).integer(number(i)).text(e.type);
    row.text_or_null(e.mode).texts(e.contexts).text_or_null(e.cameo);
    place_cells(row, e.place);
    time_cells(row, e);
    row.text(word_of(modalities, e.modality)).text(e.negative ? "-" : "+").texts(actor_ids(e.via));
    span(row.text(e.trigger.of(article_.text)), e.trigger);
    span(row.text(e.sentence.of(article_.text)), e.sentence);
    span_list(row, e.also).real(e.confidence).text_or_null(e.rule).end_row();
    side_rows(ids_.events[i], "actor", e.actors);
    side_rows(ids_.events[i], "recipient", e.recipients);
  }
}

Appender& NoteRows::span(Appender& row, Span bytes) {
  const Span points = map_.points(bytes);
  return row.integer(bytes.begin).integer(bytes.end).integer(points.begin).integer(points.end);
}

Appender& NoteRows::span_list(Appender& row, const std::vector<Span>& bytes) { return span_cells(row, bytes, map_); }

Appender& NoteRows::words_and_span(Appender& row, Span bytes) {
  if (bytes.empty()) return row.null().null().null().null().null();
  return span(row.text(bytes.of(article_.text)), bytes);
}

std::string NoteRows::words(const std::vector<Span>& spans) const {
  std::string out;
  for (const Span one : spans) (out += out.empty() ? "" : " … ") += one.of(article_.text);
  return out;
}

Appender& NoteRows::actor_or_null(Appender& row, ActorIndex actor) {
  return actor == no_actor ? row.null() : row.text(ids_.actors[actor]);
}

std::vector<std::string> NoteRows::actor_ids(const std::vector<ActorIndex>& list) const {
  std::vector<std::string> out;
  for (const ActorIndex actor : list) out.push_back(ids_.actors[actor]);
  return out;
}

void NoteRows::name_rows(const std::string& actor, const Actor& a) {
  tables_[actor_names].text(actor).text(id_).integer(0).text(a.name).end_row();
  for (size_t i = 0; i < a.aliases.size(); ++i) {
    tables_[actor_names].text(actor).text(id_).integer(number(i)).text(a.aliases[i]).end_row();
  }
  if (a.role.empty()) return;
  auto& row = tables_[actor_roles].text(actor).text(id_).text(a.name).text(a.role);
  row.text_or_null(a.country).text_or_null(a.sector).text_or_null(article_.published).end_row();
}

void NoteRows::mention_rows(const std::string& actor, const Actor& a) {
  for (size_t i = 0; i < a.mentions.size(); ++i) {
    auto& row = tables_[mentions].text(actor).text(id_).integer(number(i)).text(a.mentions[i].of(article_.text));
    span(row, a.mentions[i]).end_row();
  }
}

void NoteRows::place_cells(Appender& row, int32_t place) {
  if (place < 0) {
    row.null().null().null();
    return;
  }
  const Place& p = notes_.places[static_cast<size_t>(place)];
  row.text(ids_.places[static_cast<size_t>(place)]).text(p.name).text_or_null(p.country);
}

void NoteRows::time_cells(Appender& row, const Event& event) {
  const std::string time = event_time(event, notes_);
  const auto days = days_of(time);
  event.time < 0 ? row.null() : row.text(ids_.times[static_cast<size_t>(event.time)]);
  row.text_or_null(time);
  days ? row.date({days->first}).date({days->second}) : row.null().null();
}

void NoteRows::side_rows(const std::string& event, const char* side, const std::vector<ActorIndex>& list) {
  for (size_t i = 0; i < list.size(); ++i) {
    const Actor& a = notes_.actors[list[i]];
    auto& row = tables_[event_actors].text(event).text(id_).text(side).integer(number(i));
    row.text(ids_.actors[list[i]]).text(a.name).text_or_null(a.country).end_row();
  }
}

}  // namespace coranto::record
