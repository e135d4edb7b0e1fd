// Notes of any text stay within it: spans on code point borders, indices of what is there; their JSON is JSON.
#include <simdjson.h>

#include "base/utf8.h"
#include "label/label.h"
#include "note/note.h"
#include "record/report_json.h"
#include "rooted.h"
#include "scratch.h"

using namespace coranto;

namespace {

struct Check {
  std::string_view text;
  const Notes& notes;

  bool is_border(uint32_t byte) const { return byte == text.size() || (text[byte] & 0xC0) != 0x80; }
  void span(Span span) const {
    fuzz::require(span.begin <= span.end && span.end <= text.size(), "a span beyond the text");
    fuzz::require(is_border(span.begin) && is_border(span.end), "a span that cuts a code point");
  }
  void spans(const std::vector<Span>& all) const {
    for (const Span one : all) span(one);
  }
  void actor(ActorIndex index) const {
    fuzz::require(index == no_actor || index < notes.actors.size(), "an actor that is not there");
  }
  void actors(const std::vector<ActorIndex>& all) const {
    for (const ActorIndex one : all) {
      actor(one);
      fuzz::require(one != no_actor, "no actor in a list");
    }
  }
  void index(int32_t index, size_t size, const char* what) const {
    fuzz::require(index >= -1 && index < static_cast<int32_t>(size), what);
  }
  void all() const;
  void statement(const Statement& statement) const;
  void event(const Event& event) const;
};

void Check::statement(const Statement& statement) const {
  actor(statement.speaker);
  actor(statement.addressee);
  actors(statement.via);
  span(statement.speaker_span);
  span(statement.cue);
  spans(statement.content);
}

void Check::event(const Event& event) const {
  fuzz::require(!event.type.empty() && !event.rule.empty(), "an event without a type");
  fuzz::require(event.confidence >= 0 && event.confidence <= 1, "confidence out of range");
  actors(event.actors);
  actors(event.recipients);
  actors(event.via);
  index(event.place, notes.places.size(), "a place that is not there");
  index(event.time, notes.times.size(), "a time that is not there");
  span(event.trigger);
  span(event.sentence);
  spans(event.also);
}

void Check::all() const {
  spans(notes.sentences);
  for (const Actor& actor : notes.actors) {
    spans(actor.mentions);
    fuzz::require(
        std::is_sorted(actor.mentions.begin(), actor.mentions.end(), [](Span a, Span b) { return a.begin < b.begin; }),
        "mentions that do not ascend");
    fuzz::require(utf8::first_invalid(actor.name) == std::string::npos, "a name that is no UTF-8");
  }
  for (const Place& place : notes.places) span(place.span);
  for (const Time& time : notes.times) span(time.span);
  for (const Statement& one : notes.statements) statement(one);
  for (const Event& one : notes.events) event(one);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  static const auto labeller = label::Labeller::open(rooted("/.deps/en_core_web_sm"));
  static const auto noter = note::Noter::open(rooted("/data"));
  if (!labeller) return 0;  // no model here: run tools/setup.sh
  fuzz::require(noter.ok(), "tables that cannot be read");
  Report report;
  report.article.text = fuzz::text_of(bytes, size);
  if (size % 2) report.article.published = "2025-11-01";
  const std::string& text = report.article.text;
  if (utf8::first_invalid(text) != std::string::npos) return 0;  // intake lets none through
  const Notes notes = noter->note(report, labeller->label(text));
  Check{text, notes}.all();
  simdjson::dom::parser parser;
  fuzz::require(parser.parse(record::report_json(report, notes)).error() == simdjson::SUCCESS, "JSON that is none");
  return 0;
}
