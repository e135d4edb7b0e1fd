#include "note/place_choice.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "note/place_company.h"
#include "note/tree.h"

namespace coranto::note {
namespace {

// Weights, in powers of ten of population: a bonus of 1 makes a place of 10,000 as likely as one of 100,000.
constexpr double other_name_malus = 1.2, most_of_country = 2.2, named_province = 2.2, near_certain = 1.2,
                 capital_bonus = 1.5, namesake_malus = 2.5, stray_malus = 10, company = 4, most_company = 6;
constexpr double near_km = 160, within_province_km = 700;

bool is_division(const Sense& sense) {
  return sense.meaning == Meaning::name &&
         (sense.area.resolution == Resolution::country || sense.area.resolution == Resolution::province);
}

class Choice {
 public:
  Choice(const Document& document, const std::vector<PlaceMention>& mentions)
      : document_(document), mentions_(mentions), company_(mentions), chosen_(mentions.size(), -1) {
    for (const PlaceMention& mention : mentions) vote(mention);
  }

  std::vector<int> choose() {
    for (size_t i = 0; i + 1 < mentions_.size(); ++i) contained(i);
    for (size_t i = 0; i < mentions_.size(); ++i) {
      if (chosen_[i] < 0) weigh(i);
    }
    return std::move(chosen_);
  }

 private:
  // What is certain by itself speaks for its country.
  void vote(const PlaceMention& mention) {
    if (mention.senses.empty()) return;
    const Area& first = mention.senses.front().area;
    size_t divisions = 0;
    for (const Sense& sense : mention.senses) divisions += is_division(sense) ? 1 : 0;
    if (first.resolution == Resolution::city) {
      const bool alone = mention.senses.size() == 1 || mention.senses[1].area.population * 20.0 < first.population;
      if (!alone || first.population < 200000 || !first.chief_name) return;
      certain_.push_back(first);
      cast(mention, 0.5);
      return;
    }
    if (divisions > 1) return;
    cast(mention, 1);
    if (first.resolution == Resolution::province) provinces_.insert(first.name), certain_provinces_.push_back(first);
  }

  void cast(const PlaceMention& mention, double weight) {
    const std::string_view country = mention.senses.front().area.country;
    votes_[country] += weight;
    own_votes_[{mention.text, country}] += weight;
  }

  // What the other names of the document say for the country.
  double votes_for(std::string_view country, std::string_view name) const {
    const auto all = votes_.find(country);
    if (country.empty() || all == votes_.end()) return 0;
    const auto own = own_votes_.find({name, country});
    return own == own_votes_.end() ? all->second : all->second - own->second;
  }

  // "Paris, Texas"; "Paris (Texas)".
  void contained(size_t i) {
    const PlaceMention& inner = mentions_[i];
    const PlaceMention& outer = mentions_[i + 1];
    if (outer.begin != inner.end + 1 || !is_one_of(document_[inner.end].text, {",", "("})) return;
    if (are_listed(inner, outer)) return;
    double best = -1;
    for (size_t o = 0; o < outer.senses.size() && o < 4; ++o) {
      if (!is_division(outer.senses[o])) continue;
      for (size_t s = 0; s < inner.senses.size(); ++s) {
        const Area& area = inner.senses[s].area;
        if (inner.senses[s].meaning == Meaning::demonym || !holds(outer.senses[o].area, area)) continue;
        const double weight = std::log10(area.population + 10.0) + (area.chief_name ? 1 : 0);
        if (weight <= best) continue;
        best = weight;
        settle(i, static_cast<int>(s));
        settle(i + 1, static_cast<int>(o));
      }
    }
  }

  static bool holds(const Area& outer, const Area& inner) {
    if (inner.country != outer.country || (inner.name == outer.name && inner.resolution == outer.resolution))
      return false;
    if (outer.resolution == Resolution::country) return true;
    if (!inner.admin1.empty() && outer.country == "USA") return inner.admin1 == outer.admin1;
    return !outer.located || !inner.located || kilometres(outer, inner) < within_province_km;
  }

  void settle(size_t i, int sense) {
    chosen_[i] = sense;
    const Sense& settled = mentions_[i].senses[static_cast<size_t>(sense)];
    settled_[mentions_[i].text] = settled.area;
    if (settled.area.resolution == Resolution::city)
      certain_.push_back(settled.area), provinces_.insert(settled.area.admin1);
  }

  double weight(const PlaceMention& mention, const Sense& sense) const {
    const Area& area = sense.area;
    double sum = prior_of(sense);
    if (!area.chief_name && area.name != mention.text + " City") sum -= other_name_malus;
    if (is_namesake(mention, area)) sum -= area.chief_name ? namesake_malus : stray_malus;
    if (sense.meaning == Meaning::demonym) return sum + 3;
    sum += std::min(most_of_country, 0.7 * std::log2(1 + votes_for(area.country, mention.text)));
    if (area.resolution == Resolution::city || area.resolution == Resolution::district)
      sum += nearness(area) +
             std::min(most_company, (area.chief_name ? company : company / 2) * company_.near(mention.text, area));
    if (is_capital(mention, area)) sum += capital_bonus;
    if (const auto same = settled_.find(mention.text); same != settled_.end()) {
      if (same->second.geonames == area.geonames && same->second.name == area.name) sum += 10;
    }
    return sum;
  }

  double nearness(const Area& area) const {
    double sum = !area.admin1.empty() && provinces_.count(area.admin1) ? named_province : 0;
    for (const Area& other : certain_) {
      if (other.geonames != area.geonames && kilometres(other, area) < near_km) return sum + near_certain;
    }
    for (const Area& other : certain_provinces_) {
      if (other.country == area.country && other.located && kilometres(other, area) < 2 * near_km)
        return sum + near_certain / 2;
    }
    return sum;
  }

  // "Lebanon, Syria and Jordan" is a list; "California, Pa." is not.
  static bool are_listed(const PlaceMention& a, const PlaceMention& b) {
    if (a.senses.empty() || b.senses.empty() || !is_division(a.senses.front()) || b.text.back() == '.') return false;
    return a.senses.front().area.resolution == b.senses.front().area.resolution;
  }

  // A town that bears the name of a country, province or region of the tables.
  static bool is_namesake(const PlaceMention& mention, const Area& area) {
    if (area.resolution != Resolution::city || !in_tables(mention) || is_capital(mention, area)) return false;
    return area.population < 500000 || !area.chief_name;
  }

  static bool in_tables(const PlaceMention& mention) {
    const Sense& first = mention.senses.front();
    return first.meaning == Meaning::name && first.area.resolution != Resolution::city;
  }

  static bool is_capital(const PlaceMention& mention, const Area& area) {
    return std::any_of(mention.senses.begin(), mention.senses.end(), [&](const Sense& sense) {
      return sense.meaning == Meaning::capital && sense.area.country == area.country;
    });
  }

  void weigh(size_t i) {
    const PlaceMention& mention = mentions_[i];
    double best = -1e9;
    for (size_t s = 0; s < mention.senses.size(); ++s) {
      if (mention.senses[s].meaning == Meaning::capital) continue;  // its city stands among the senses too
      const double sum = weight(mention, mention.senses[s]);
      if (sum > best) best = sum, chosen_[i] = static_cast<int>(s);
    }
    if (chosen_[i] < 0 && !mention.senses.empty()) chosen_[i] = 0;
  }

  const Document& document_;
  const std::vector<PlaceMention>& mentions_;
  Company company_;
  std::vector<int> chosen_;
  std::map<std::string_view, double> votes_;                                   // by country
  std::map<std::pair<std::string_view, std::string_view>, double> own_votes_;  // by name and country
  std::set<std::string_view> provinces_;
  std::vector<Area> certain_, certain_provinces_;
  std::map<std::string, Area> settled_;  // by the mention's words
};

}  // namespace

std::vector<int> choose_senses(const Document& document, const std::vector<PlaceMention>& mentions) {
  return Choice(document, mentions).choose();
}

}  // namespace coranto::note
