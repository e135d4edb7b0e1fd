#include "note/places.h"

#include <algorithm>
#include <map>

#include "note/letters.h"
#include "note/place_choice.h"
#include "note/place_mentions.h"
#include "note/place_unlisted.h"
#include "note/tree.h"

namespace coranto::note {
namespace {

// "HANOI, Vietnam (AP) —": capitals at the head of a paragraph.
bool opens_dateline(const Document& document, const PlaceMention& mention) {
  const bool first = mention.begin == 0 || document[mention.begin - 1].is_space;
  return first && !has_small_letter(mention.text) && mention.text.size() > 3 && mention.end < document.size() &&
         is_one_of(document[mention.end].text, {",", "(", "-", "--", "—", "–", ":", "_", "/"});
}

// "Beijing said", "urged Iran", "talks with France": a country or capital that acts stands for its government.
bool acts(const Document& document, const PlaceMention& mention) {
  uint32_t head = mention.end - 1;
  for (uint32_t i = mention.begin; i < mention.end; ++i) {
    const uint32_t above = document[i].head;
    if (above < mention.begin || above >= mention.end || above == i) head = i;
  }
  while (document[head].dep == "conj" && !document.is_root(head)) head = document[head].head;
  if (opens_dateline(document, mention)) return false;
  const Token& token = document[head];
  const Token& above = document.head(head);
  if (token.dep == "agent" || (token.dep == "pobj" && above.dep == "agent")) return true;
  if (token.dep == "pobj") return is_one_of(above.lower, {"with", "between"}) && !document.is_root(token.head);
  if (token.dep == "nsubj") {
    return above.pos == "VERB" &&
           !is_one_of(above.lemma, {"be", "have", "lie", "see", "remain", "become", "border", "suffer", "experience"});
  }
  if (token.dep == "dobj" || token.dep == "dative" || token.dep == "nsubjpass") {
    return is_one_of(above.lemma,
                     {"accuse", "urge", "tell", "ask", "warn", "criticize", "criticise", "condemn", "blame", "sanction",
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
  if (area.resolution != Resolution::city || short_form || !has_small_letter(mention.text))
    return std::string(area.name);
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

// A place that no table knows lies in the country of which most of the report's places speak, if one has more than half.
void give_country(std::vector<Place>& places, const std::vector<bool>& unlisted) {
  std::map<std::string_view, size_t> votes;
  size_t all = 0;
  for (const Place& place : places) {
    if (place.country.empty()) continue;
    ++votes[place.country];
    ++all;
  }
  const auto most =
      std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == votes.end() || most->second * 2 <= all) return;
  const std::string country(most->first);
  for (size_t i = 0; i < places.size(); ++i) {
    if (unlisted[i]) places[i].country = country;
  }
}

}  // namespace

std::vector<Place> find_places(const Document& document, const Gazetteer& gazetteer) {
  std::vector<PlaceMention> mentions = find_mentions(document, gazetteer);
  add_unlisted(document, mentions);
  const std::vector<int> chosen = choose_senses(document, mentions);
  std::vector<Place> places;
  places.reserve(mentions.size());
  for (size_t i = 0; i < mentions.size(); ++i) places.push_back(place_of(document, mentions[i], chosen[i]));
  std::vector<bool> unlisted;
  for (const PlaceMention& mention : mentions) unlisted.push_back(mention.senses.empty());
  give_country(places, unlisted);
  return places;
}

}  // namespace coranto::note
