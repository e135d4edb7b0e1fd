#include "note/places.h"

#include <algorithm>

#include "note/place_choice.h"
#include "note/place_mentions.h"
#include "note/tree.h"

namespace coranto::note {
namespace {

// "Beijing said", "urged Iran", "talks with France": a country or capital that acts stands for its government.
bool acts(const Document& document, const PlaceMention& mention) {
  uint32_t head = mention.end - 1;
  for (uint32_t i = mention.begin; i < mention.end; ++i) {
    const uint32_t above = document[i].head;
    if (above < mention.begin || above >= mention.end || above == i) head = i;
  }
  while (document[head].dep == "conj" && !document.is_root(head)) head = document[head].head;
  const Token& token = document[head];
  const Token& above = document.head(head);
  if (token.dep == "agent" || (token.dep == "pobj" && above.dep == "agent")) return true;
  if (token.dep == "pobj") return is_one_of(above.lower, {"with", "between"}) && !document.is_root(token.head);
  if (token.dep == "nsubj") {
    return above.pos == "VERB" && !is_one_of(above.lemma, {"be", "have", "lie", "see", "remain", "become", "border", "suffer", "experience"});
  }
  if (token.dep == "dobj" || token.dep == "dative" || token.dep == "nsubjpass") {
    return is_one_of(above.lemma, {"accuse", "urge", "tell", "ask", "warn", "criticize", "criticise", "condemn", "blame", "sanction",
                                   "pressure", "threaten", "persuade", "thank", "join", "support", "praise", "inform", "back"});
  }
  return false;
}

PlaceUse use_of(const Document& document, const PlaceMention& mention, const Sense& sense) {
  if (sense.meaning == Meaning::demonym) return PlaceUse::demonym;
  if (sense.meaning == Meaning::seat) return PlaceUse::metonym;
  const bool governs = sense.area.resolution == Resolution::country ||
                       std::any_of(mention.senses.begin(), mention.senses.end(),
                                   [](const Sense& other) { return other.meaning == Meaning::capital; });
  return governs && acts(document, mention) ? PlaceUse::metonym : PlaceUse::place;
}

// Countries and abbreviated names by their usual English name; else the name under which it was found, which the gazetteer
// has too ("Basra", not "Basrah").
std::string shown_name(const PlaceMention& mention, const Area& area) {
  if (area.name.empty()) return mention.text;
  const bool short_form = mention.text.size() < 4 || mention.text.back() == '.';
  const bool capitals = std::none_of(mention.text.begin(), mention.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (area.resolution != Resolution::city || short_form || capitals) return std::string(area.name);
  return mention.text;
}

Place place_of(const Document& document, const PlaceMention& mention, int chosen) {
  Place place;
  place.span = {document[mention.begin].span.begin, document[mention.end - 1].span.end};
  place.name = mention.text;
  if (chosen < 0) return place;
  const Sense& sense = mention.senses[static_cast<size_t>(chosen)];
  const Area& area = sense.area;
  place.name = shown_name(mention, area);
  place.geonames = area.geonames;
  place.lat = area.lat;
  place.lon = area.lon;
  place.located = area.located;
  place.country = area.country;
  place.resolution = area.resolution;
  place.admin1 = area.admin1;
  place.use = use_of(document, mention, sense);
  return place;
}

}  // namespace

std::vector<Place> find_places(const Document& document, const Gazetteer& gazetteer) {
  const std::vector<PlaceMention> mentions = find_mentions(document, gazetteer);
  const std::vector<int> chosen = choose_senses(document, mentions);
  std::vector<Place> places;
  places.reserve(mentions.size());
  for (size_t i = 0; i < mentions.size(); ++i) places.push_back(place_of(document, mentions[i], chosen[i]));
  return places;
}

}  // namespace coranto::note
