// The report's own country, for those of whom it says no other.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {

// The country that most names and places speak of; the opening counts more, as a dateline does.
void Cast::State::find_home() {
  auto& votes = country_votes;
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

namespace {

bool is_international(std::string_view sector) {
  return is_one_of(sector, {"IGO", "UNO", "EUR", "NGO", "IMG", "ISM", "MNC", "UNK"});
}

}  // namespace

// The country that the words around speak of most, weighed with what the whole report does.
std::string Cast::State::country_around(Span words) const {
  constexpr uint32_t reach = 600;  // bytes
  double all = 0, here = 0;
  for (const auto& [country, count] : country_votes) all += count;
  std::map<std::string_view, double> near;
  const uint32_t begin = words.begin > reach ? words.begin - reach : 0;
  auto place = std::partition_point(places.begin(), places.end(), [&](const Place& p) { return p.span.begin < begin; });
  for (; place != places.end() && place->span.begin < words.end + reach; ++place) {
    const uint32_t from = std::min(words.begin, place->span.begin), to = std::max(words.begin, place->span.begin);
    if (place->country.empty() || tree.document().cut({from, to}).find('\n') != std::string_view::npos) continue;
    near[place->country] += 1, here += 1;
  }
  std::string best;
  double most = 0;
  for (const auto& [country, count] : country_votes) {
    const auto beside = near.find(country);
    const double weight = count / all + (beside == near.end() ? 0 : beside->second / here);
    if (weight > most) most = weight, best = country;
  }
  return best;
}

// The report's own country, that of the scene for those who serve a town, that of the words around for who holds an
// office in one.
std::string Cast::State::guessed_country(const Entity& e) const {
  const bool serves_town = is_one_of(e.actor.sector, {"COP", "JUD", "MED", "EDU"});
  const bool official = serves_town || is_one_of(e.actor.sector, {"GOV", "LEG", "MIL", "PTY", "OPP", "SPY"});
  if (home_alone || (home_towns && official)) return home;
  if (e.actor.mentions.empty()) return "";
  if (serves_town) {
    if (std::string scene = country_of_scene(e.actor.mentions.front()); !scene.empty()) return scene;
  }
  const bool person = e.actor.kind == ActorKind::person && e.named && !e.weak;
  const bool one = official && !e.plural;
  return one || person ? country_around(e.actor.mentions.front()) : "";
}

void Cast::State::settle(Entity& e) const {
  if (e.country_firm || !e.members.empty() || !e.actor.country.empty() || is_international(e.actor.sector)) return;
  const std::string& house = e.house == no_entity ? e.actor.country : entities[e.house].actor.country;
  if (!house.empty())
    e.actor.country = house;
  else if (const auto* known = e.office_of ? e.office_of : lists.countries_of(lowered(e.actor.role)))
    e.actor.country = std::find(known->begin(), known->end(), home) != known->end() ? home : known->front();
  else if (e.at_home)
    e.actor.country = guessed_country(e);
}

}  // namespace coranto::note
