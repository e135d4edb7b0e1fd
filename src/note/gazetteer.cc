#include "note/gazetteer.h"

#include "note/gazetteer_tables.h"
#include "note/letters.h"

namespace coranto::note {
namespace {

std::string_view without_article(std::string_view name) {
  return name.starts_with("the ") || name.starts_with("The ") ? name.substr(4) : name;
}

}  // namespace

Gazetteer::Gazetteer(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::open(const std::string& data) {
  auto tables = std::make_unique<Tables>();
  if (auto read = tables->read(data + "/places"); !read) return read.error();
  return Gazetteer(std::move(tables));
}

const std::vector<Sense>& Gazetteer::senses(std::string_view name) const {
  static const std::vector<Sense> none;
  const auto found = tables_->senses.find(name);
  return found == tables_->senses.end() ? none : found->second;
}

std::vector<Area> Gazetteer::cities(std::string_view name) const {
  std::vector<Area> areas;
  for (const City& city : tables_->cities->find(name)) {
    Area area;
    area.name = city.name;
    if (const auto alpha3 = tables_->alpha3.find(city.country); alpha3 != tables_->alpha3.end())
      area.country = alpha3->second;
    const auto state = city.country == "US" ? tables_->us_states.find(city.admin1) : tables_->us_states.end();
    if (state != tables_->us_states.end()) area.admin1 = state->second;
    area.geonames = city.geonames;
    area.lat = city.lat;
    area.lon = city.lon;
    area.located = true;
    area.resolution = Resolution::city;
    area.population = city.population;
    area.chief_name = city.chief_name;
    areas.push_back(area);
  }
  return areas;
}

std::string_view Gazetteer::country_of(std::string_view name) const {
  const std::string_view bare = without_article(name);
  for (const std::string_view form : {name, bare}) {
    if (const auto& found = senses(form); !found.empty()) return found.front().area.country;
  }
  if (bare.size() < 5) return {};
  const auto& found = senses(calmed(bare));
  return found.empty() ? std::string_view() : found.front().area.country;
}

const Area* Gazetteer::country(std::string_view alpha3) const {
  const auto found = tables_->countries.find(alpha3);
  return found == tables_->countries.end() ? nullptr : &found->second;
}

std::string_view Gazetteer::country_name(std::string_view alpha3) const {
  const Area* area = country(alpha3);
  return area ? area->name : std::string_view();
}

}  // namespace coranto::note
