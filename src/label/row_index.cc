#include "label/row_index.h"

#include <bit>

#include "label/msgpack.h"

namespace coranto::label {
namespace {

constexpr int most_probes = 4096;

}  // namespace

Result<RowIndex> RowIndex::open(const std::string& path, uint32_t rows) {
  auto file = MappedFile::open(path);
  if (!file) return Error{Code::model, file.error().message, path};
  RowIndex index(std::move(*file));
  if (auto read = index.read(path, rows); !read) return read.error();
  return index;
}

Result<void> RowIndex::read(const std::string& path, uint32_t rows) {
  msgpack::Integers integers(file_.bytes());
  const auto fault = [&](const char* reason) {
    return Error{Code::model, reason, path + ":" + std::to_string(integers.at())};
  };
  uint32_t pairs;
  if (file_.bytes().size() > UINT32_MAX || !integers.map(pairs)) return fault("no map of words to rows");
  const uint64_t slots = std::bit_ceil(uint64_t{pairs} * 3 / 2 + 1);
  shift_ = 64 - std::countr_zero(slots);
  slots_.assign(slots, 0);
  for (uint32_t i = 0; i < pairs; ++i) {
    const auto place = static_cast<uint32_t>(integers.at());
    uint64_t key, row;
    if (!integers.next(key) || !integers.next(row)) return fault("cut short, or no integer");
    if (row >= rows) return fault("a row beyond the table");
    if (!add(key, place)) return fault("too many words of one hash");
  }
  if (integers.at() != file_.bytes().size()) return fault("bytes after the map");
  return {};
}

// The keys are hashes; multiplied, they are spread even where they are small numbers.
size_t RowIndex::slot_of(uint64_t key) const { return shift_ < 64 ? key * 0x9E3779B97F4A7C15u >> shift_ : 0; }

bool RowIndex::add(uint64_t key, uint32_t place) {
  size_t at = slot_of(key);
  for (int probes = 0; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (++probes > most_probes) return false;
  }
  slots_[at] = place;
  return true;
}

std::optional<uint32_t> RowIndex::row(uint64_t key) const {
  for (size_t at = slot_of(key); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
    msgpack::Integers pair(file_.bytes(), slots_[at]);
    uint64_t held, row;
    if (pair.next(held) && held == key && pair.next(row)) return static_cast<uint32_t>(row);
  }
  return std::nullopt;
}

}  // namespace coranto::label
