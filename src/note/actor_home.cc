// The report's own country, for those of whom it says no other.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {

// The country that most names and places speak of; the opening counts more, as a dateline does.
void Cast::State::find_home() {
  std::map<std::string, double> votes;
  for (Index i = 0; i < tree.size(); ++i) {
    Index last = i;
    while (last + 1 < tree.size() && (tree[last + 1].ner == 'I' || tree[last + 1].ner == 'L')) ++last;
    const bool place = is_one_of(tree[i].entity, {"GPE", "LOC"}) && last > i;
    if (!place && tree[i].pos != "PROPN" && tree[i].entity.empty()) continue;
    if (!place) last = i;
    if (const auto country = gazetteer.country_of(text_of(i, last)); !country.empty())
      votes[std::string(country)] += i < 40 ? 2 : 1;
    i = last;
  }
  bool first = true;
  for (const Place& place : places) {
    const bool town = place.use == PlaceUse::place && place.resolution != Resolution::country;
    if (!town || place.country.empty()) continue;
    votes[place.country] += first ? 3 : 1;
    first = false;
  }
  double best = 0;
  for (const auto& [country, count] : votes) {
    if (count > best) best = count, home = country;
  }
  weigh_home();
}

// A report of one country's inner affairs: nearly all places it names lie there, and the first town does.
void Cast::State::weigh_home() {
  size_t all = 0, here = 0, towns = 0, towns_here = 0;
  bool opens_here = true;
  for (const Place& place : places) {
    if (place.country.empty()) continue;
    const bool at_home = place.country == home;
    ++all, here += at_home;
    if (place.use != PlaceUse::place || place.resolution == Resolution::country) continue;
    if (++towns == 1) opens_here = at_home;
    towns_here += at_home;
  }
  home_alone = here > 0 && 10 * here >= 7 * all && opens_here;
  home_towns = towns > 0 && towns == towns_here && 2 * here >= all;
}

// The country of the one town that the sentence names; empty where it names none or several countries.
std::string Cast::State::country_of_scene(Span words) const {
  const Index token = tree.token_at(words.begin);
  if (token == no_token) return "";
  const Span sentence = tree.sentence_span(tree.sentence_of(token));
  auto place =
      std::partition_point(places.begin(), places.end(), [&](const Place& p) { return p.span.begin < sentence.begin; });
  std::string found;
  for (; place != places.end() && place->span.begin < sentence.end; ++place) {
    if (place->country.empty() || place->use != PlaceUse::place) continue;
    if (!found.empty() && found != place->country) return "";
    if (place->resolution != Resolution::country) found = place->country;
  }
  return found;
}

// The report's own country, or that of the scene for those who serve a town, where nothing else is said.
void Cast::State::settle(Entity& e) const {
  if (!e.at_home || e.country_firm || !e.members.empty() || !e.actor.country.empty()) return;
  if (is_one_of(e.actor.sector, {"IGO", "UNO", "EUR", "NGO", "IMG", "ISM", "MNC", "UNK"})) return;
  const bool serves_town = is_one_of(e.actor.sector, {"COP", "JUD", "MED", "EDU"});
  const bool official = serves_town || is_one_of(e.actor.sector, {"GOV", "LEG", "MIL", "PTY", "OPP"});
  if (home_alone || (home_towns && official))
    e.actor.country = home;
  else if (serves_town && !e.actor.mentions.empty())
    e.actor.country = country_of_scene(e.actor.mentions.front());
}

}  // namespace coranto::note
