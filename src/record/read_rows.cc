#include <unordered_map>

#include "record/entries.h"
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
    for (const auto step : {&Shelf::reports, &Shelf::parts, &Shelf::reuses, &Shelf::imprints, &Shelf::posts,
                            &Shelf::actors, &Shelf::names, &Shelf::mentions, &Shelf::places, &Shelf::times,
                            &Shelf::statements, &Shelf::events, &Shelf::sides, &Shelf::gists}) {
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
  Result<void> reuses() { return each("reuses", "other, origin, words_bytes", "number", &Shelf::take_reuse); }
  Result<void> imprints() {
    return each("imprints", "page, subtitle, published_at, updated, publisher, section, url, language", "report",
                &Shelf::take_imprint);
  }
  Result<void> posts() { return each("posts", "time, title, text", "number", &Shelf::take_post); }
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

  Result<void> gists() { return each("gists", "terms", "report", &Shelf::take_gist); }

  void take_part(const Rows& row, Kept& kept) {
    kept.report.article.parts.push_back(
        {value_of(part_kinds, row.text(1), PartKind::furniture), std::string(row.text(2))});
  }

  void take_reuse(const Rows& row, Kept& kept) {
    kept.report.reuses.push_back({std::string(row.text(1)), std::string(row.text(2)), row.spans(3)});
  }

  void take_gist(const Rows& row, Kept& kept) { kept.report.gist = row.numbers(1); }

  void take_imprint(const Rows& row, Kept& kept) {
    Imprint& imprint = kept.report.article.imprint;
    imprint.kind = value_of(page_kinds, row.text(1), PageKind::unknown);
    size_t column = 1;
    for (auto* cell : {&imprint.subtitle, &imprint.published_at, &imprint.updated, &imprint.publisher, &imprint.section,
                       &imprint.url, &imprint.language})
      *cell = row.text(++column);
  }

  void take_post(const Rows& row, Kept& kept) {
    kept.report.article.imprint.posts.push_back(
        {std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3))});
  }

  void take_actor(const Rows& row, Kept& kept) {
    entries_.name(row.text(1), kept.notes.actors.size());
    kept.notes.actors.push_back(actor_of(row));
  }

  Actor* named_actor(const Rows& row, Kept& kept) {
    const uint32_t at = entries_.index(row.text(1), kept.notes.actors.size());
    return at == no_actor ? nullptr : &kept.notes.actors[at];
  }

  void take_name(const Rows& row, Kept& kept) {
    Actor* actor = named_actor(row, kept);
    if (actor && row.integer(3) > 0) actor->aliases.emplace_back(row.text(2));
  }

  void take_mention(const Rows& row, Kept& kept) {
    if (Actor* actor = named_actor(row, kept)) actor->mentions.push_back(span_of(row, 2));
  }

  void take_place(const Rows& row, Kept& kept) {
    entries_.name(row.text(1), kept.notes.places.size());
    kept.notes.places.push_back(place_of(row));
  }

  void take_time(const Rows& row, Kept& kept) {
    entries_.name(row.text(1), kept.notes.times.size());
    kept.notes.times.push_back(time_of(row));
  }

  void take_statement(const Rows& row, Kept& kept) {
    kept.notes.statements.push_back(statement_of(row, entries_, kept.notes));
  }

  void take_event(const Rows& row, Kept& kept) {
    entries_.name(row.text(1), kept.notes.events.size());
    kept.notes.events.push_back(event_of(row, entries_, kept.notes));
  }

  void take_side(const Rows& row, Kept& kept) {
    const uint32_t at = entries_.index(row.text(1), kept.notes.events.size());
    if (at == no_actor) return;
    Event& event = kept.notes.events[at];
    auto& side = row.text(2) == "actor" ? event.actors : event.recipients;
    side.push_back(entries_.index(row.text(3), kept.notes.actors.size()));
  }

  Database& database_;
  std::vector<std::string> bounds_;
  std::vector<Kept> kept_;
  std::unordered_map<std::string, size_t> by_id_;
  Entries entries_;
};

}  // namespace

Result<std::vector<Kept>> read_rows(Database& database, int64_t first, int64_t last) {
  return Shelf(database, first, last).read();
}

}  // namespace coranto::record
