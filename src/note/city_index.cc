#include "note/city_index.h"

#include <cstring>

namespace coranto::note {
namespace {

template <typename Number>
Number at(std::string_view bytes, size_t offset) {
  Number number;
  std::memcpy(&number, bytes.data() + offset, sizeof number);
  return number;
}

}  // namespace

uint64_t CityIndex::hash(std::string_view name) {
  uint64_t value = 1469598103934665603ULL;
  for (unsigned char c : name) value = (value ^ c) * 1099511628211ULL;
  return value ^ (value >> 32);
}

Result<CityIndex> CityIndex::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  CityIndex index(std::move(*file));
  const std::string_view bytes = index.file_.bytes();
  if (bytes.size() < header_size || bytes.substr(0, 8) != magic) {
    return Error{Code::malformed, "is no compiled gazetteer; build again", path};
  }
  index.places_ = at<uint32_t>(bytes, 8);
  index.entries_ = at<uint32_t>(bytes, 12);
  index.buckets_ = at<uint32_t>(bytes, 16);
  index.string_bytes_ = at<uint32_t>(bytes, 20);
  index.starts_at_ = header_size + size_t{index.places_} * place_size;
  index.entries_at_ = index.starts_at_ + (size_t{index.buckets_} + 1) * 4;
  index.strings_at_ = index.entries_at_ + size_t{index.entries_} * entry_size;
  const bool power = index.buckets_ && !(index.buckets_ & (index.buckets_ - 1));
  if (!power || index.strings_at_ + index.string_bytes_ != bytes.size()) {
    return Error{Code::malformed, "is cut short or damaged; build again", path};
  }
  return index;
}

std::string_view CityIndex::string(uint32_t offset, uint16_t size) const {
  if (uint64_t{offset} + size > string_bytes_) return {};
  return file_.bytes().substr(strings_at_ + offset, size);
}

City CityIndex::place(uint32_t number) const {
  City city;
  if (number >= places_) return city;
  const std::string_view bytes = file_.bytes();
  const size_t begin = header_size + size_t{number} * place_size;
  city.geonames = at<uint32_t>(bytes, begin);
  city.lat = at<float>(bytes, begin + 4);
  city.lon = at<float>(bytes, begin + 8);
  city.population = at<uint32_t>(bytes, begin + 12);
  city.name = string(at<uint32_t>(bytes, begin + 16), at<uint16_t>(bytes, begin + 20));
  city.country = bytes.substr(begin + 22, 2);
  city.admin1 = bytes.substr(begin + 24, 4);
  city.admin1 = city.admin1.substr(0, city.admin1.find('\0'));
  return city;
}

std::vector<City> CityIndex::find(std::string_view name) const {
  std::vector<City> found;
  const std::string_view bytes = file_.bytes();
  const size_t bucket = hash(name) & (buckets_ - 1);
  const uint32_t begin = at<uint32_t>(bytes, starts_at_ + bucket * 4);
  const uint32_t end = at<uint32_t>(bytes, starts_at_ + bucket * 4 + 4);
  for (uint32_t i = begin; i < end && i < entries_; ++i) {
    const size_t entry = entries_at_ + size_t{i} * entry_size;
    if (string(at<uint32_t>(bytes, entry), at<uint16_t>(bytes, entry + 4)) != name) continue;
    found.push_back(place(at<uint32_t>(bytes, entry + 8)));
    found.back().chief_name = at<uint16_t>(bytes, entry + 6) != 0;
  }
  return found;
}

}  // namespace coranto::note
