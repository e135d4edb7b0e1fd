// The gazetteer: what a name may mean on the map. Countries, regions, waters, seats of power and demonyms come from
// data/places/; cities of 500 people and up from GeoNames, see city_index.h.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/notes.h"
#include "coranto/result.h"

namespace coranto::note {

// A place on the map.
struct Area {
  std::string_view name;
  std::string_view country;  // ISO 3166 alpha-3, empty for seas and blocs
  std::string_view admin1;   // name of its province, empty if unknown
  int64_t geonames = 0;      // 0 if unknown
  double lat = 0, lon = 0;   // degrees; meaningful only if `located`
  bool located = false;
  Resolution resolution = Resolution::none;
  uint32_t population = 0;  // 0 if unknown
  bool chief_name = true;   // it was found by its chief name, not by another
};

// What a name says of an area: "France", "Paris" for its government, "French", "Élysée".
enum class Meaning { name, capital, demonym, seat };

struct Sense {
  Area area;
  Meaning meaning = Meaning::name;
};

// Immutable after opening; all threads may read it. Views live as long as the gazetteer.
class Gazetteer {
 public:
  // `data`: folder of tables. The compiled cities, gazetteer.bin, lie in its places/ or beside the running program.
  // Fails where a table or the cities are missing or broken.
  static Result<Gazetteer> open(const std::string& data);
  Gazetteer(Gazetteer&&) noexcept;
  ~Gazetteer();

  // ISO 3166 alpha-3 of a country name, capital, demonym or usual short form ("US", "Beijing", "Chinese"), of a
  // province or nation in it ("Scottish", "Punjab"), or of a seat of its government ("the Kremlin"); else empty.
  std::string_view country_of(std::string_view name) const;
  // Usual English name of a country by its alpha-3 code ("United States"), else empty.
  std::string_view country_name(std::string_view alpha3) const;
  // The same as an area: its GeoNames id and middle; null if there is no such country.
  const Area* country(std::string_view alpha3) const;

  // All senses of exactly this name in the tables, the chief one first; empty if there is none.
  const std::vector<Sense>& senses(std::string_view name) const;

  // Cities of exactly this name, the most populous first.
  std::vector<Area> cities(std::string_view name) const;

 private:
  struct Tables;
  explicit Gazetteer(std::unique_ptr<Tables> tables);
  std::unique_ptr<Tables> tables_;
};

}  // namespace coranto::note
