// Notes: what a careful reader takes down from one report. Every entry points at the words that prove it.
// Spans are bytes of the report's text. Actors are named by their index in Notes::actors.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coranto/span.h"

namespace coranto {

using ActorIndex = uint32_t;
inline constexpr ActorIndex no_actor = UINT32_MAX;

enum class ActorKind { person, organization, government, group };
enum class PlaceUse { place, demonym, metonym };
enum class Resolution { none, country, province, district, city, subcity };
enum class TimeType { date, time, duration, set };
enum class Quoted { direct, indirect, mixed };
enum class Modality { happened, planned, ordered, urged, threatened, possible, hypothetical, unclear };

struct Actor {
  std::string name;  // the fullest name in the report, or the head phrase of a nameless one
  ActorKind kind = ActorKind::group;
  std::string country;               // ISO 3166 alpha-3, empty if none or unknown
  std::string sector;                // PLOVER sector code, empty if unknown
  std::string role;                  // "Secretary of Defense", empty if not said
  std::vector<Span> mentions;        // ascending; names, titles and pronouns alike
  std::vector<std::string> aliases;  // other names of it in the report, other scripts too
};

struct Place {
  Span span;
  std::string name;         // as the gazetteer has it
  int64_t geonames = 0;     // 0 if unknown
  double lat = 0, lon = 0;  // degrees; meaningful only if `located`
  bool located = false;
  std::string country;  // ISO 3166 alpha-3, empty for seas and blocs
  Resolution resolution = Resolution::none;
  PlaceUse use = PlaceUse::place;
  std::string admin1;  // name of the province, empty if unknown
};

struct Time {
  Span span;
  TimeType type = TimeType::date;
  std::string value;     // ISO day, month, year, interval "A/B"; "P3D" for a duration; empty if not known
  std::string symbolic;  // "P-1D", "P-thu"; empty where the expression does not hang on the day of writing
};

struct Statement {
  ActorIndex speaker = no_actor;
  Span speaker_span;  // the words that name the speaker here; empty if not said
  ActorIndex addressee = no_actor;
  Span cue;                   // empty for a sound bite without one
  std::vector<Span> content;  // without quotation marks, cue and final stop
  Quoted quoted = Quoted::indirect;
  std::string channel;          // "social media", empty if not said
  bool negative = false;        // the source denies the content
  std::vector<ActorIndex> via;  // carriers, outermost first
};

struct Event {
  std::string type;                   // one of the 16 PLOVER types
  std::string mode;                   // empty if none clearly fits
  std::vector<std::string> contexts;  // at most two
  std::string cameo;                  // code of plover2cameo
  std::vector<ActorIndex> actors, recipients;
  int32_t place = -1;  // index in Notes::places, -1 if the text gives none
  int32_t time = -1;   // index in Notes::times, -1 if the text does not date it
  Modality modality = Modality::happened;
  bool negative = false;
  std::vector<ActorIndex> via;  // on whose word, outermost first
  Span trigger;
  Span sentence;           // the sentence that proves it
  std::vector<Span> also;  // other sentences that tell the same act
  double confidence = 1;   // 0 to 1
  std::string rule;        // name of the lexicon entry, "consult.talks"
};

struct Notes {
  std::vector<Span> sentences;
  std::vector<Actor> actors;
  std::vector<Place> places;
  std::vector<Time> times;
  std::vector<Statement> statements;
  std::vector<Event> events;
};

}  // namespace coranto
