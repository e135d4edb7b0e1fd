#include <set>

#include "base/hash.h"
#include "base/utf8.h"
#include "record/days.h"
#include "record/names.h"
#include "record/rows.h"
#include "record/terms.h"

namespace coranto::record {
namespace {

// In the order of `read_tables`.
enum Name {
  reports,
  parts,
  actors,
  actor_names,
  actor_roles,
  mentions,
  places,
  times,
  statements,
  events,
  event_actors,
  postings
};

std::string span_field(Span span) { return std::to_string(span.begin) + '-' + std::to_string(span.end); }

std::string spans_field(const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) out += span_field(span) + ' ';
  return out;
}

// Ids of one sort in one report: where the same fields come again, their count is one more field.
class Ids {
 public:
  std::string of(char letter, std::string_view report, std::string_view first, std::string_view second = {}) {
    std::string id = hashed_id(letter, {report, first, second});
    for (size_t again = 2; !seen_.insert(id).second; ++again) {
      id = hashed_id(letter, {report, first, second, std::to_string(again)});
    }
    return id;
  }

 private:
  std::set<std::string> seen_;
};

template <typename Item, typename Id>
std::vector<std::string> each_id(const std::vector<Item>& items, Id id) {
  std::vector<std::string> out;
  for (const Item& item : items) out.push_back(id(item));
  return out;
}

}  // namespace

EntryIds entry_ids(const std::string& report, const Notes& notes) {
  Ids ids;
  EntryIds out;
  out.actors = each_id(notes.actors, [&](const Actor& a) { return ids.of('a', report, a.name); });
  out.places = each_id(notes.places, [&](const Place& p) { return ids.of('p', report, span_field(p.span)); });
  out.times = each_id(notes.times, [&](const Time& t) { return ids.of('t', report, span_field(t.span)); });
  out.statements =
      each_id(notes.statements, [&](const Statement& s) { return ids.of('q', report, spans_field(s.content)); });
  out.events =
      each_id(notes.events, [&](const Event& e) { return ids.of('e', report, span_field(e.trigger), e.type); });
  return out;
}

std::string text_id(const std::string& id) { return id.substr(0, id.find('.')); }

struct RowWriter::Tables {
  Tables(const Database& database, const char* catalog) {
    for (const char* name : read_tables) appenders.push_back(std::make_unique<Appender>(database, name, catalog));
  }
  Appender& operator[](Name name) { return *appenders[name]; }

  std::vector<std::unique_ptr<Appender>> appenders;
};

namespace {

// Writes one report.
template <typename Tables>
class Page {
 public:
  Page(Tables& tables, const std::string& id, const Report& report, const Notes& notes)
      : tables_(tables),
        id_(id),
        article_(report.article),
        notes_(notes),
        map_(article_.text),
        ids_(entry_ids(id, notes)) {}

  void report_row(const std::string& copy_of, const std::string& story) {
    std::map<std::string, uint32_t> counts;
    count_terms(article_.title, counts);
    count_terms(article_.text, counts);
    int64_t terms = 0;
    for (const auto& [term, tf] : counts) {
      tables_[postings].text(term).text(id_).integer(tf).end_row();
      terms += tf;
    }
    auto& row = tables_[reports].text(id_).text(article_.source).text(word_of(article_kinds, article_.kind)).text("en");
    row.text_or_null(article_.title).texts(article_.byline).texts(article_.agencies).text_or_null(article_.published);
    row.text_or_null(word_of(date_sources, article_.published_from)).text_or_null(copy_of).text_or_null(story);
    row.text(article_.text).integer(terms);
    span_list(row, notes_.sentences).end_row();
  }

  void part_rows() {
    for (size_t i = 0; i < article_.parts.size(); ++i) {
      const Part& part = article_.parts[i];
      tables_[parts].text(id_).integer(number(i)).text(word_of(part_kinds, part.kind)).text(part.text).end_row();
    }
  }

  void actor_rows() {
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

  void place_rows() {
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

  void time_rows() {
    for (size_t i = 0; i < notes_.times.size(); ++i) {
      const Time& t = notes_.times[i];
      auto& row = tables_[times].text(ids_.times[i]).text(id_).integer(number(i)).text(t.span.of(article_.text));
      span(row, t.span).text(word_of(time_types, t.type)).text_or_null(t.value).text_or_null(t.symbolic).end_row();
    }
  }

  void statement_rows() {
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

  void event_rows() {
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

 private:
  static int64_t number(size_t index) { return static_cast<int64_t>(index) + 1; }

  Appender& span(Appender& row, Span bytes) {
    const Span points = map_.points(bytes);
    return row.integer(bytes.begin).integer(bytes.end).integer(points.begin).integer(points.end);
  }

  Appender& span_list(Appender& row, const std::vector<Span>& bytes) {
    std::vector<Span> points;
    for (const Span one : bytes) points.push_back(map_.points(one));
    return row.spans(bytes).spans(points);
  }

  Appender& words_and_span(Appender& row, Span bytes) {
    if (bytes.empty()) return row.null().null().null().null().null();
    return span(row.text(bytes.of(article_.text)), bytes);
  }

  std::string words(const std::vector<Span>& spans) const {
    std::string out;
    for (const Span one : spans) (out += out.empty() ? "" : " … ") += one.of(article_.text);
    return out;
  }

  Appender& actor_or_null(Appender& row, ActorIndex actor) {
    return actor == no_actor ? row.null() : row.text(ids_.actors[actor]);
  }

  std::vector<std::string> actor_ids(const std::vector<ActorIndex>& list) const {
    return each_id(list, [&](ActorIndex actor) { return ids_.actors[actor]; });
  }

  void name_rows(const std::string& actor, const Actor& a) {
    tables_[actor_names].text(actor).text(id_).integer(0).text(a.name).end_row();
    for (size_t i = 0; i < a.aliases.size(); ++i) {
      tables_[actor_names].text(actor).text(id_).integer(number(i)).text(a.aliases[i]).end_row();
    }
    if (a.role.empty()) return;
    auto& row = tables_[actor_roles].text(actor).text(id_).text(a.name).text(a.role);
    row.text_or_null(a.country).text_or_null(a.sector).text_or_null(article_.published).end_row();
  }

  void mention_rows(const std::string& actor, const Actor& a) {
    for (size_t i = 0; i < a.mentions.size(); ++i) {
      auto& row = tables_[mentions].text(actor).text(id_).integer(number(i)).text(a.mentions[i].of(article_.text));
      span(row, a.mentions[i]).end_row();
    }
  }

  void place_cells(Appender& row, int32_t place) {
    if (place < 0) {
      row.null().null().null();
      return;
    }
    const Place& p = notes_.places[static_cast<size_t>(place)];
    row.text(ids_.places[static_cast<size_t>(place)]).text(p.name).text_or_null(p.country);
  }

  void time_cells(Appender& row, const Event& event) {
    const std::string time = event_time(event, notes_);
    const auto days = days_of(time);
    event.time < 0 ? row.null() : row.text(ids_.times[static_cast<size_t>(event.time)]);
    row.text_or_null(time);
    days ? row.date({days->first}).date({days->second}) : row.null().null();
  }

  void side_rows(const std::string& event, const char* side, const std::vector<ActorIndex>& list) {
    for (size_t i = 0; i < list.size(); ++i) {
      const Actor& a = notes_.actors[list[i]];
      auto& row = tables_[event_actors].text(event).text(id_).text(side).integer(number(i));
      row.text(ids_.actors[list[i]]).text(a.name).text_or_null(a.country).end_row();
    }
  }

  Tables& tables_;
  const std::string& id_;
  const Article& article_;
  const Notes& notes_;
  utf8::PointMap map_;
  EntryIds ids_;
};

}  // namespace

RowWriter::RowWriter(const Database& database, const char* catalog)
    : tables_(std::make_unique<Tables>(database, catalog)) {}
RowWriter::~RowWriter() = default;

void RowWriter::write(const std::string& id, const std::string& copy_of, const Report& report, const Notes& notes) {
  Page page(*tables_, id, report, notes);
  page.report_row(copy_of, report.story);
  page.part_rows();
  page.actor_rows();
  page.place_rows();
  page.time_rows();
  page.statement_rows();
  page.event_rows();
}

Result<void> RowWriter::close() {
  for (auto& appender : tables_->appenders) {
    if (auto closed = appender->close(); !closed) return closed;
  }
  return {};
}

}  // namespace coranto::record
