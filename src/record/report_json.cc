#include "record/report_json.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "record/days.h"
#include "record/denials.h"
#include "record/names.h"

namespace coranto::record {
namespace {

using Json = nlohmann::ordered_json;

template <typename Names, typename Enum>
Json name_of(const Names& names, Enum value) {
  const std::string_view name = word_of(names, value);
  return name.empty() ? Json(nullptr) : Json(name);
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string numbered(char letter, size_t index) { return letter + std::to_string(index + 1); }

Json actor_or_null(ActorIndex actor) { return actor == no_actor ? Json(nullptr) : Json(numbered('a', actor)); }

Json actor_list(const std::vector<ActorIndex>& actors) {
  Json list = Json::array();
  for (ActorIndex actor : actors) list.push_back(numbered('a', actor));
  return list;
}

// Writes the spans of one report.
class Spans {
 public:
  explicit Spans(const std::string& text) : map_(text) {}

  Json one(Span span) const {
    const Span points = map_.points(span);
    return Json::array({points.begin, points.end});
  }
  Json or_null(Span span) const { return span.empty() ? Json(nullptr) : one(span); }
  Json list(const std::vector<Span>& spans) const {
    Json out = Json::array();
    for (Span span : spans) out.push_back(one(span));
    return out;
  }

 private:
  utf8::PointMap map_;
};

Json place_json(const Place& place, const Spans& spans) {
  Json out{{"span", spans.one(place.span)}, {"name", place.name}};
  out["geonames"] = place.geonames ? Json(place.geonames) : Json(nullptr);
  out["lat"] = place.located ? Json(place.lat) : Json(nullptr);
  out["lon"] = place.located ? Json(place.lon) : Json(nullptr);
  out["country"] = text_or_null(place.country);
  out["resolution"] = name_of(resolutions, place.resolution);
  out["use"] = name_of(place_uses, place.use);
  return out;
}

Json time_json(const Time& time, const Spans& spans) {
  return {{"span", spans.one(time.span)},
          {"type", name_of(time_types, time.type)},
          {"value", text_or_null(time.value)},
          {"symbolic", text_or_null(time.symbolic)}};
}

Json actor_json(const Actor& actor, size_t index, const Spans& spans) {
  return {{"id", numbered('a', index)},
          {"name", actor.name},
          {"kind", name_of(actor_kinds, actor.kind)},
          {"country", text_or_null(actor.country)},
          {"sector", text_or_null(actor.sector)},
          {"role", text_or_null(actor.role)},
          {"mentions", spans.list(actor.mentions)},
          {"aliases", actor.aliases}};
}

Json statement_json(const Statement& statement, size_t index, const Spans& spans, int32_t denied) {
  return {{"id", numbered('q', index)},
          {"speaker", actor_or_null(statement.speaker)},
          {"speaker_span", spans.or_null(statement.speaker_span)},
          {"addressee", actor_or_null(statement.addressee)},
          {"cue", spans.or_null(statement.cue)},
          {"content", spans.list(statement.content)},
          {"quoted", name_of(quotings, statement.quoted)},
          {"channel", text_or_null(statement.channel)},
          {"polarity", statement.negative ? "-" : "+"},
          {"denies", denied < 0 ? Json(nullptr) : Json(numbered('q', static_cast<size_t>(denied)))},
          {"via", actor_list(statement.via)}};
}

Json event_json(const Event& event, size_t index, const Notes& notes, const Spans& spans) {
  Json out{{"id", numbered('e', index)}, {"type", event.type}};
  out["mode"] = text_or_null(event.mode);
  out["contexts"] = event.contexts;
  out["cameo"] = text_or_null(event.cameo);
  out["actors"] = actor_list(event.actors);
  out["recipients"] = actor_list(event.recipients);
  out["place"] = event.place < 0 ? Json(nullptr) : place_json(notes.places[static_cast<size_t>(event.place)], spans);
  out["time"] = text_or_null(event_time(event, notes));
  out["time_span"] = event.time < 0 ? Json(nullptr) : spans.one(notes.times[static_cast<size_t>(event.time)].span);
  out["modality"] = name_of(modalities, event.modality);
  out["polarity"] = event.negative ? "-" : "+";
  out["via"] = actor_list(event.via);
  out["trigger"] = spans.one(event.trigger);
  out["sentence"] = spans.one(event.sentence);
  out["also"] = spans.list(event.also);
  out["confidence"] = event.confidence;
  out["rule"] = text_or_null(event.rule);
  return out;
}

Json reuses_json(const Report& report, const Spans& spans) {
  Json out = Json::array();
  for (const Reuse& reuse : report.reuses)
    out.push_back({{"report", reuse.report}, {"spans", spans.list(reuse.spans)}, {"origin", reuse.origin}});
  return out;
}

Json parts_json(const std::vector<Part>& parts) {
  Json out = Json::array();
  for (const Part& part : parts) out.push_back({{"kind", name_of(part_kinds, part.kind)}, {"text", part.text}});
  return out;
}

template <typename Item, typename Write>
Json each(const std::vector<Item>& items, Write write) {
  Json out = Json::array();
  for (size_t i = 0; i < items.size(); ++i) out.push_back(write(items[i], i));
  return out;
}

Json head_json(const Report& report) {
  const Article& article = report.article;
  return {{"format", "coranto-report/1"},
          {"id", report.id},
          {"source", article.source},
          {"language", article.imprint.language.empty() ? "en" : article.imprint.language},
          {"kind", name_of(article_kinds, article.kind)},
          {"text", article.text},
          {"title", text_or_null(article.title)},
          {"byline", article.byline},
          {"agencies", article.agencies},
          {"published", text_or_null(article.published)},
          {"published_from", name_of(date_sources, article.published_from)},
          {"copy_of", text_or_null(report.copy_of)},
          {"story", text_or_null(report.story)},
          {"parts", parts_json(article.parts)}};
}

Json posts_json(const std::vector<Post>& posts) {
  Json out = Json::array();
  for (const Post& post : posts)
    out.push_back({{"time", text_or_null(post.time)}, {"title", text_or_null(post.title)}, {"text", post.text}});
  return out;
}

void add_imprint(Json& out, const Imprint& imprint) {
  out["page"] = name_of(page_kinds, imprint.kind);
  out["subtitle"] = text_or_null(imprint.subtitle);
  out["published_at"] = text_or_null(imprint.published_at);
  out["updated"] = text_or_null(imprint.updated);
  out["publisher"] = text_or_null(imprint.publisher);
  out["section"] = text_or_null(imprint.section);
  out["url"] = text_or_null(imprint.url);
  out["posts"] = posts_json(imprint.posts);
}

Json whole_json(const Report& report, const Notes& notes) {
  const Spans spans(report.article.text);
  Json out = head_json(report);
  out["reuses"] = reuses_json(report, spans);
  add_imprint(out, report.article.imprint);
  out["sentences"] = spans.list(notes.sentences);
  out["places"] = each(notes.places, [&](const Place& p, size_t) { return place_json(p, spans); });
  out["times"] = each(notes.times, [&](const Time& t, size_t) { return time_json(t, spans); });
  out["actors"] = each(notes.actors, [&](const Actor& a, size_t i) { return actor_json(a, i, spans); });
  const auto denied = denied_claims(report.article.text, notes.statements);
  out["statements"] =
      each(notes.statements, [&](const Statement& s, size_t i) { return statement_json(s, i, spans, denied[i]); });
  out["events"] = each(notes.events, [&](const Event& e, size_t i) { return event_json(e, i, notes, spans); });
  return out;
}

}  // namespace

std::string report_json(const Report& report, const Notes& notes) {
  return whole_json(report, notes).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace coranto::record
