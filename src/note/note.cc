#include "note/note.h"

#include "note/actors.h"
#include "note/events.h"
#include "note/places.h"
#include "note/statements.h"
#include "note/times.h"
#include "note/tree.h"

namespace coranto::note {

struct Noter::Tables {
  Gazetteer gazetteer;
  TimeTables times;
  ActorTables actors;
  CueTables cues;
  EventTables events;
};

Noter::Noter(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Noter::Noter(Noter&&) noexcept = default;
Noter::~Noter() = default;

Result<Noter> Noter::open(const std::string& data) {
  auto gazetteer = Gazetteer::open(data);
  if (!gazetteer) return gazetteer.error();
  auto times = TimeTables::open(data);
  if (!times) return times.error();
  auto actors = ActorTables::open(data);
  if (!actors) return actors.error();
  auto cues = CueTables::open(data);
  if (!cues) return cues.error();
  auto events = EventTables::open(data);
  if (!events) return events.error();
  return Noter(std::make_unique<Tables>(
      Tables{std::move(*gazetteer), std::move(*times), std::move(*actors), std::move(*cues), std::move(*events)}));
}

Notes Noter::note(const Report& report, const Document& document) const {
  const Tree tree(document);
  Notes notes;
  for (size_t s = 0; s < document.sentences.size(); ++s) notes.sentences.push_back(tree.sentence_span(s));
  notes.places = find_places(document, tables_->gazetteer);
  notes.times = find_times(document, report.article.published, tables_->times);
  Cast cast(tree, notes.places, tables_->gazetteer, tables_->actors);
  notes.statements = find_statements(tree, cast, tables_->cues);
  for (const Statement& statement : notes.statements) {
    for (const Span quote : statement.content) cast.speaks(quote, statement.speaker);
  }
  notes.events = find_events(tree, cast, {notes.statements, notes.places, notes.times}, tables_->events);
  cast.take(notes);
  return notes;
}

}  // namespace coranto::note
