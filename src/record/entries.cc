#include "record/entries.h"

#include "record/names.h"

namespace coranto::record {

uint32_t Entries::index(std::string_view id, size_t size) const {
  const auto at = places_.find(std::string(id));
  return at == places_.end() || at->second >= size ? no_actor : at->second;
}

std::vector<ActorIndex> Entries::indices(const std::vector<std::string>& ids, size_t size) const {
  std::vector<ActorIndex> out;
  for (const auto& id : ids) out.push_back(index(id, size));
  return out;
}

Span span_of(const Rows& row, size_t column) {
  return {static_cast<uint32_t>(row.integer(column)), static_cast<uint32_t>(row.integer(column + 1))};
}

Actor actor_of(const Rows& row) {
  Actor a;
  a.name = row.text(2);
  a.kind = value_of(actor_kinds, row.text(3), ActorKind::group);
  a.country = row.text(4);
  a.sector = row.text(5);
  a.role = row.text(6);
  return a;
}

Place place_of(const Rows& row) {
  return {span_of(row, 2),
          std::string(row.text(4)),
          row.integer(5),
          row.real(6),
          row.real(7),
          !row.is_null(6),
          std::string(row.text(8)),
          value_of(resolutions, row.text(10), Resolution::none),
          value_of(place_uses, row.text(11), PlaceUse::place),
          std::string(row.text(9))};
}

Time time_of(const Rows& row) {
  return {span_of(row, 2), value_of(time_types, row.text(4), TimeType::date), std::string(row.text(5)),
          std::string(row.text(6))};
}

Statement statement_of(const Rows& row, const Entries& entries, const Notes& notes) {
  const size_t actors = notes.actors.size();
  Statement s;
  s.content = row.spans(1);
  s.speaker = entries.index(row.text(2), actors);
  s.speaker_span = span_of(row, 3);
  s.addressee = entries.index(row.text(5), actors);
  s.cue = span_of(row, 6);
  s.quoted = value_of(quotings, row.text(8), Quoted::indirect);
  s.channel = row.text(9);
  s.negative = row.text(10) == "-";
  s.via = entries.indices(row.texts(11), actors);
  return s;
}

Event event_of(const Rows& row, const Entries& entries, const Notes& notes) {
  Event e;
  e.type = row.text(2);
  e.mode = row.text(3);
  e.contexts = row.texts(4);
  e.cameo = row.text(5);
  e.place = static_cast<int32_t>(entries.index(row.text(6), notes.places.size()));
  e.time = static_cast<int32_t>(entries.index(row.text(7), notes.times.size()));
  e.modality = value_of(modalities, row.text(8), Modality::unclear);
  e.negative = row.text(9) == "-";
  e.via = entries.indices(row.texts(10), notes.actors.size());
  e.trigger = span_of(row, 11);
  e.sentence = span_of(row, 13);
  e.also = row.spans(15);
  e.confidence = row.real(16);
  e.rule = row.text(17);
  return e;
}

}  // namespace coranto::record
