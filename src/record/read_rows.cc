#include <unordered_map>

#include "record/names.h"
#include "record/rows.h"

namespace coranto::record {
namespace {

// The reports that one call reads, with what joins their rows.
class Shelf {
 public:
  Shelf(Database& database, int64_t first, int64_t last)
      : database_(database), bounds_{std::to_string(first), std::to_string(last)} {}

  Result<std::vector<Kept>> read() {
    for (const auto step : {&Shelf::reports, &Shelf::parts, &Shelf::actors, &Shelf::names, &Shelf::mentions,
                            &Shelf::places, &Shelf::times, &Shelf::statements, &Shelf::events, &Shelf::sides}) {
      if (auto done = (this->*step)(); !done) return done.error();
    }
    return std::move(kept_);
  }

 private:
  using Take = void (Shelf::*)(const Rows&, Kept&);

  // Asks for `columns` of `table`, each report's rows in their order; column 0 is the report.
  Result<void> each(const std::string& table, const std::string& columns, const char* order, Take take) {
    auto rows =
        database_.rows("SELECT report, " + columns + " FROM " + table +
                           " WHERE report IN (SELECT report FROM changes"
                           " WHERE kind = 'added' AND number BETWEEN $1::BIGINT AND $2::BIGINT) ORDER BY report, " +
                           order,
                       bounds_);
    if (!rows) return rows.error();
    while (rows->next()) {
      const auto at = by_id_.find(std::string(rows->text(0)));
      if (at != by_id_.end()) (this->*take)(*rows, kept_[at->second]);
    }
    return {};
  }

  Result<void> reports() {
    auto rows = database_.rows(
        "SELECT r.id, source, r.kind, title, byline, agencies, published, published_from, copy_of, story, "
        "text, sentences_bytes FROM changes c JOIN reports r ON r.id = c.report WHERE c.kind = 'added' "
        "AND c.number BETWEEN $1::BIGINT AND $2::BIGINT ORDER BY c.number",
        bounds_);
    if (!rows) return rows.error();
    while (rows->next()) {
      Kept kept;
      kept.id = rows->text(0);
      kept.report.id = text_id(kept.id);
      kept.copy_of = rows->text(8);
      kept.report.copy_of = text_id(kept.copy_of);
      kept.report.story = rows->text(9);
      kept.notes.sentences = rows->spans(11);
      Article& a = kept.report.article;
      a.source = rows->text(1);
      a.kind = value_of(article_kinds, rows->text(2), ArticleKind::page);
      a.title = rows->text(3);
      a.byline = rows->texts(4);
      a.agencies = rows->texts(5);
      a.published = rows->text(6);
      a.published_from = value_of(date_sources, rows->text(7), DateSource::none);
      a.text = rows->text(10);
      by_id_[kept.id] = kept_.size();
      kept_.push_back(std::move(kept));
    }
    return {};
  }

  Result<void> parts() { return each("parts", "kind, text", "number", &Shelf::take_part); }
  Result<void> actors() {
    return each("actors", "id, name, kind, country, sector, role", "number", &Shelf::take_actor);
  }
  Result<void> names() { return each("actor_names", "actor, name, number", "number", &Shelf::take_name); }
  Result<void> mentions() { return each("mentions", "actor, \"begin\", \"end\"", "number", &Shelf::take_mention); }
  Result<void> places() {
    return each("places", "id, \"begin\", \"end\", name, geonames, lat, lon, country, admin1, resolution, \"use\"",
                "number", &Shelf::take_place);
  }
  Result<void> times() {
    return each("times", "id, \"begin\", \"end\", type, value, symbolic", "number", &Shelf::take_time);
  }
  Result<void> statements() {
    return each("statements",
                "content_bytes, speaker, speaker_begin, speaker_end, addressee, cue_begin, cue_end, quoted, "
                "channel, polarity, via",
                "number", &Shelf::take_statement);
  }
  Result<void> events() {
    return each("events",
                "id, type, mode, contexts, cameo, place, time_ref, modality, polarity, via, trigger_begin, "
                "trigger_end, sentence_begin, sentence_end, also_bytes, confidence, rule",
                "number", &Shelf::take_event);
  }
  Result<void> sides() { return each("event_actors", "event, side, actor", "event, side, number", &Shelf::take_side); }

  static Span span(const Rows& rows, size_t column) {
    return {static_cast<uint32_t>(rows.integer(column)), static_cast<uint32_t>(rows.integer(column + 1))};
  }

  // Index of the entry with this id in its report's list.
  uint32_t index(std::string_view id, uint32_t otherwise) const {
    const auto at = entries_.find(std::string(id));
    return at == entries_.end() ? otherwise : at->second;
  }
  void name_entry(std::string_view id, size_t at) { entries_[std::string(id)] = static_cast<uint32_t>(at); }

  std::vector<ActorIndex> actor_list(const std::vector<std::string>& ids) const {
    std::vector<ActorIndex> out;
    for (const auto& id : ids) out.push_back(index(id, no_actor));
    return out;
  }

  void take_part(const Rows& row, Kept& kept) {
    kept.report.article.parts.push_back(
        {value_of(part_kinds, row.text(1), PartKind::furniture), std::string(row.text(2))});
  }

  void take_actor(const Rows& row, Kept& kept) {
    name_entry(row.text(1), kept.notes.actors.size());
    kept.notes.actors.push_back({std::string(row.text(2)),
                                 value_of(actor_kinds, row.text(3), ActorKind::group),
                                 std::string(row.text(4)),
                                 std::string(row.text(5)),
                                 std::string(row.text(6)),
                                 {},
                                 {}});
  }

  Actor* actor_of(const Rows& row, Kept& kept, size_t column) {
    const uint32_t at = index(row.text(column), no_actor);
    return at < kept.notes.actors.size() ? &kept.notes.actors[at] : nullptr;
  }

  void take_name(const Rows& row, Kept& kept) {
    Actor* actor = actor_of(row, kept, 1);
    if (actor && row.integer(3) > 0) actor->aliases.emplace_back(row.text(2));
  }

  void take_mention(const Rows& row, Kept& kept) {
    if (Actor* actor = actor_of(row, kept, 1)) actor->mentions.push_back(span(row, 2));
  }

  void take_place(const Rows& row, Kept& kept) {
    name_entry(row.text(1), kept.notes.places.size());
    kept.notes.places.push_back({span(row, 2), std::string(row.text(4)), row.integer(5), row.real(6), row.real(7),
                                 !row.is_null(6), std::string(row.text(8)),
                                 value_of(resolutions, row.text(10), Resolution::none),
                                 value_of(place_uses, row.text(11), PlaceUse::place), std::string(row.text(9))});
  }

  void take_time(const Rows& row, Kept& kept) {
    name_entry(row.text(1), kept.notes.times.size());
    kept.notes.times.push_back({span(row, 2), value_of(time_types, row.text(4), TimeType::date),
                                std::string(row.text(5)), std::string(row.text(6))});
  }

  void take_statement(const Rows& row, Kept& kept) {
    Statement s;
    s.content = row.spans(1);
    s.speaker = index(row.text(2), no_actor);
    s.speaker_span = span(row, 3);
    s.addressee = index(row.text(5), no_actor);
    s.cue = span(row, 6);
    s.quoted = value_of(quotings, row.text(8), Quoted::indirect);
    s.channel = row.text(9);
    s.negative = row.text(10) == "-";
    s.via = actor_list(row.texts(11));
    kept.notes.statements.push_back(std::move(s));
  }

  void take_event(const Rows& row, Kept& kept) {
    Event e;
    name_entry(row.text(1), kept.notes.events.size());
    e.type = row.text(2);
    e.mode = row.text(3);
    e.contexts = row.texts(4);
    e.cameo = row.text(5);
    e.place = static_cast<int32_t>(index(row.text(6), no_actor));
    e.time = static_cast<int32_t>(index(row.text(7), no_actor));
    e.modality = value_of(modalities, row.text(8), Modality::unclear);
    e.negative = row.text(9) == "-";
    e.via = actor_list(row.texts(10));
    e.trigger = span(row, 11);
    e.sentence = span(row, 13);
    e.also = row.spans(15);
    e.confidence = row.real(16);
    e.rule = row.text(17);
    kept.notes.events.push_back(std::move(e));
  }

  void take_side(const Rows& row, Kept& kept) {
    const uint32_t at = index(row.text(1), no_actor);
    if (at >= kept.notes.events.size()) return;
    Event& event = kept.notes.events[at];
    (row.text(2) == "actor" ? event.actors : event.recipients).push_back(index(row.text(3), no_actor));
  }

  Database& database_;
  std::vector<std::string> bounds_;
  std::vector<Kept> kept_;
  std::unordered_map<std::string, size_t> by_id_;
  std::unordered_map<std::string, uint32_t> entries_;
};

}  // namespace

Result<std::vector<Kept>> read_rows(Database& database, int64_t first, int64_t last) {
  return Shelf(database, first, last).read();
}

}  // namespace coranto::record
