// The tables of data/places/ in memory: which areas a name may mean. Private to the gazetteer.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "note/city_index.h"
#include "note/gazetteer.h"

namespace coranto::note {

struct NameHash {
  using is_transparent = void;
  size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
};

template <typename T>
using ByName = std::unordered_map<std::string, T, NameHash, std::equal_to<>>;

struct Gazetteer::Tables {
  ByName<std::vector<Sense>> senses;
  ByName<Area> countries;         // by alpha-3
  ByName<std::string> alpha3;     // by alpha-2
  ByName<std::string> us_states;  // by postal code
  std::optional<CityIndex> cities;
  std::deque<std::string> strings;  // what the areas point into; never moved

  // Reads all files of the folder that the gazetteer knows.
  Result<void> read(const std::string& folder);
  Result<void> open_cities(const std::string& folder);

 private:
  std::string_view keep(const std::string& text);
  void add(std::string_view name, const Area& area, Meaning meaning);
  void add_list(std::string_view list, const Area& area, Meaning meaning);
  Result<void> read_countries(const std::string& path);
  Result<void> read_areas(const std::string& path);
  Result<void> read_counties(const std::string& path);
  Result<void> read_peoples(const std::string& path);
  Result<void> read_seats(const std::string& path);
};

}  // namespace coranto::note
