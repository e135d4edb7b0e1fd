// GeoNames cities by name, read through memory.
//
// The file (gazetteer.bin, little-endian, written by tools/compile_gazetteer.cc) is a hash table laid flat:
//   header   "CRGAZ001", then four u32: places, entries, buckets (a power of two), bytes of strings
//   places   28 bytes each: GeoNames id, latitude, longitude (f32), population, name (offset u32, size u16),
//            country (2 letters), first-level division (4 characters, zero padded)
//   starts   buckets + 1 u32: where the entries of a bucket begin
//   entries  12 bytes each: name (offset u32, size u16), 1 if it is the chief name (u16), place (u32);
//            within a bucket the more populous place first
//   strings  UTF-8, no terminators
// A name lies in bucket FNV-1a(name) & (buckets - 1). Looking up touches one bucket and costs no allocation but the
// answer's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "coranto/result.h"

namespace coranto::note {

struct City {
  std::string_view name;     // chief name
  std::string_view country;  // ISO 3166 alpha-2
  std::string_view admin1;   // GeoNames code of its first-level division ("TX")
  uint32_t geonames = 0;
  float lat = 0, lon = 0;  // degrees
  uint32_t population = 0;
  bool chief_name = false;  // it was found by its chief name
};

class CityIndex {
 public:
  static constexpr std::string_view magic = "CRGAZ001";
  static constexpr size_t header_size = 24, place_size = 28, entry_size = 12;
  static uint64_t hash(std::string_view name);

  // Fails where the file is missing, cut short or of another form; every later access is checked too.
  static Result<CityIndex> open(const std::string& path);

  // Cities of exactly this name, the most populous first.
  std::vector<City> find(std::string_view name) const;

 private:
  explicit CityIndex(MappedFile file) : file_(std::move(file)) {}
  City place(uint32_t number) const;
  std::string_view string(uint32_t offset, uint16_t size) const;

  MappedFile file_;
  uint32_t places_ = 0, entries_ = 0, buckets_ = 0, string_bytes_ = 0;
  size_t starts_at_ = 0, entries_at_ = 0, strings_at_ = 0;
};

}  // namespace coranto::note
