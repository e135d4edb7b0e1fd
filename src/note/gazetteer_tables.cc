#include "note/gazetteer_tables.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/tsv.h"

namespace coranto::note {
namespace {

template <typename Number>
bool parse(const std::string& text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

Error broken(const Table& table, size_t row, std::string reason) {
  return {Code::malformed, std::move(reason), table.path() + ":" + std::to_string(table.line(row))};
}

// One table with the columns that a reader asks for, in that order.
struct Columns {
  Table table;
  std::vector<size_t> at;
  const std::string& operator()(size_t row, size_t column) const { return table.row(row)[at[column]]; }
};

Result<Columns> read_columns(const std::string& path, std::initializer_list<std::string_view> names) {
  auto table = Table::read(path);
  if (!table) return table.error();
  Columns columns{std::move(*table), {}};
  for (std::string_view name : names) {
    const auto column = columns.table.column(name);
    if (!column) return column.error();
    columns.at.push_back(*column);
  }
  return columns;
}

// Fields that may be unknown hold "-".
bool known(const std::string& field) { return field != "-"; }

bool set_point(Area& area, const std::string& lat, const std::string& lon) {
  if (!known(lat)) return true;
  area.located = parse(lat, area.lat) && parse(lon, area.lon);
  return area.located;
}

bool set_id(Area& area, const std::string& id) { return !known(id) || parse(id, area.geonames); }

bool resolution_of(const std::string& word, Resolution& resolution) {
  static constexpr std::string_view words[] = {"-", "country", "province", "district", "city", "subcity"};
  for (size_t i = 0; i < std::size(words); ++i) {
    if (word != words[i]) continue;
    resolution = static_cast<Resolution>(i);
    return true;
  }
  return false;
}

}  // namespace

std::string_view Gazetteer::Tables::keep(const std::string& text) { return strings.emplace_back(text); }

void Gazetteer::Tables::add(std::string_view name, const Area& area, Meaning meaning) {
  senses[std::string(name)].push_back({area, meaning});
}

void Gazetteer::Tables::add_list(std::string_view list, const Area& area, Meaning meaning) {
  if (list == "-") return;
  for (const std::string& name : split(list, '|')) add(name, area, meaning);
}

Result<void> Gazetteer::Tables::read_countries(const std::string& path) {
  const auto rows =
      read_columns(path, {"alpha3", "alpha2", "name", "capitals", "forms", "demonyms", "geonames", "lat", "lon"});
  if (!rows) return rows.error();
  const Columns& field = *rows;
  for (size_t i = 0; i < field.table.size(); ++i) {
    Area area;
    area.name = keep(field(i, 2));
    area.country = keep(field(i, 0));
    area.resolution = Resolution::country;
    if (!set_id(area, field(i, 6)) || !set_point(area, field(i, 7), field(i, 8))) {
      return broken(field.table, i, "has a geonames, lat or lon that is no number");
    }
    countries.emplace(field(i, 0), area);
    alpha3.emplace(field(i, 1), field(i, 0));
    add(area.name, area, Meaning::name);
    add_list(field(i, 4), area, Meaning::name);
    add_list(field(i, 5), area, Meaning::demonym);
    add_list(field(i, 3), area, Meaning::capital);
  }
  return {};
}

Result<void> Gazetteer::Tables::read_areas(const std::string& path) {
  const auto rows =
      read_columns(path, {"name", "forms", "demonyms", "country", "resolution", "geonames", "lat", "lon"});
  if (!rows) return rows.error();
  const Columns& field = *rows;
  for (size_t i = 0; i < field.table.size(); ++i) {
    Area area;
    area.name = keep(field(i, 0));
    if (known(field(i, 3))) area.country = keep(field(i, 3));
    if (!resolution_of(field(i, 4), area.resolution)) return broken(field.table, i, "has an unknown resolution");
    if (area.resolution == Resolution::province) area.admin1 = area.name;
    if (!set_id(area, field(i, 5)) || !set_point(area, field(i, 6), field(i, 7))) {
      return broken(field.table, i, "has a geonames, lat or lon that is no number");
    }
    add(area.name, area, Meaning::name);
    add_list(field(i, 1), area, Meaning::name);
    add_list(field(i, 2), area, Meaning::demonym);
    if (area.country != "USA" || area.resolution != Resolution::province) continue;
    for (const std::string& form : split(field(i, 1), '|')) {
      if (form.size() == 2) us_states.emplace(form, field(i, 0));
    }
  }
  return {};
}

// Several states have a county of the same name: the one with most people first.
Result<void> Gazetteer::Tables::read_counties(const std::string& path) {
  const auto rows = read_columns(path, {"name", "state", "geonames", "lat", "lon", "people"});
  if (!rows) return rows.error();
  const Columns& field = *rows;
  for (size_t i = 0; i < field.table.size(); ++i) {
    Area area;
    area.name = keep(field(i, 0));
    area.admin1 = keep(field(i, 1));
    area.country = "USA";
    area.resolution = Resolution::district;
    if (!set_id(area, field(i, 2)) || !set_point(area, field(i, 3), field(i, 4)) ||
        !parse(field(i, 5), area.population))
      return broken(field.table, i, "has a geonames, lat, lon or people that is no number");
    auto& known = senses[std::string(area.name)];
    const auto smaller = std::find_if(known.begin(), known.end(),
                                      [&](const Sense& other) { return other.area.population < area.population; });
    known.insert(smaller, {area, Meaning::name});
  }
  return {};
}

Result<void> Gazetteer::Tables::read_peoples(const std::string& path) {
  const auto rows = read_columns(path, {"name", "forms", "country"});
  if (!rows) return rows.error();
  const Columns& field = *rows;
  for (size_t i = 0; i < field.table.size(); ++i) {
    Area area;
    area.name = keep(field(i, 0));
    area.country = keep(field(i, 2));
    add(area.name, area, Meaning::demonym);
    add_list(field(i, 1), area, Meaning::demonym);
  }
  return {};
}

Result<void> Gazetteer::Tables::read_seats(const std::string& path) {
  const auto rows = read_columns(path, {"name", "country", "lat", "lon"});
  if (!rows) return rows.error();
  const Columns& field = *rows;
  for (size_t i = 0; i < field.table.size(); ++i) {
    Area area;
    area.name = keep(field(i, 0));
    if (known(field(i, 1))) area.country = keep(field(i, 1));
    area.resolution = Resolution::subcity;
    if (!set_point(area, field(i, 2), field(i, 3))) return broken(field.table, i, "has a lat or lon that is no number");
    add(area.name, area, Meaning::seat);
  }
  return {};
}

Result<void> Gazetteer::Tables::open_cities(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code none;
  const fs::path beside = fs::read_symlink("/proc/self/exe", none).parent_path() / "gazetteer.bin";
  const fs::path within = fs::path(folder) / "gazetteer.bin";
  auto opened = CityIndex::open((fs::exists(within, none) ? within : beside).string());
  if (!opened) return opened.error();
  cities.emplace(std::move(*opened));
  return {};
}

Result<void> Gazetteer::Tables::read(const std::string& folder) {
  if (auto read = read_countries(folder + "/countries.tsv"); !read) return read;
  for (const char* file : {"/provinces.tsv", "/regions.tsv", "/waters.tsv"}) {
    if (auto read = read_areas(folder + file); !read) return read;
  }
  if (auto read = read_counties(folder + "/counties.tsv"); !read) return read;
  if (auto read = read_peoples(folder + "/peoples.tsv"); !read) return read;
  if (auto read = read_seats(folder + "/seats.tsv"); !read) return read;
  return open_cities(folder);
}

}  // namespace coranto::note
