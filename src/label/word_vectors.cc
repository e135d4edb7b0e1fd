#include "label/word_vectors.h"

#include <charconv>
#include <cstring>
#include <nlohmann/json.hpp>

namespace coranto::label {
namespace {

struct Table {
  uint32_t rows = 0, width = 0;
  size_t begin = 0;
};

// The number after `at` in `header`; 0 where there is none.
uint32_t number(std::string_view header, size_t& at) {
  at = header.find_first_of("0123456789", at);
  if (at == std::string_view::npos) return 0;
  uint32_t value = 0;
  at = static_cast<size_t>(std::from_chars(header.data() + at, header.data() + header.size(), value).ptr -
                           header.data());
  return value;
}

// The head of a .npy file (format 1 to 3) of a row-major float32 matrix; no rows where it is anything else.
Table read_head(std::string_view bytes) {
  if (bytes.size() < 12 || bytes.substr(0, 6) != "\x93NUMPY" || bytes[6] < 1 || bytes[6] > 3) return {};
  const auto byte = [&](size_t i) { return static_cast<size_t>(static_cast<unsigned char>(bytes[i])); };
  const size_t begin = bytes[6] == 1 ? 10 : 12;
  const size_t size = byte(8) | byte(9) << 8 | (begin == 12 ? byte(10) << 16 | byte(11) << 24 : 0);
  if (bytes.size() - begin < size) return {};
  const std::string_view header = bytes.substr(begin, size);
  size_t at = header.find("'shape': (");
  if (header.find("'descr': '<f4'") == header.npos || header.find("'fortran_order': False") == header.npos) return {};
  if (at == header.npos) return {};
  const uint32_t rows = number(header, at), width = at == header.npos ? 0 : number(header, at);
  if (width == 0 || width > 1 << 16 || bytes.size() - begin - size != size_t{rows} * width * sizeof(float)) return {};
  return {rows, width, begin + size};
}

Result<void> check_kind(const std::string& path) {
  const auto file = MappedFile::open(path);
  if (!file) return Error{Code::model, file.error().message, path};
  const auto settings = nlohmann::json::parse(file->bytes(), nullptr, false);
  if (!settings.is_object()) return Error{Code::model, "not a JSON object", path};
  const auto mode = settings.find("mode");
  if (mode == settings.end() || *mode != "default")
    return Error{Code::model, "word vectors of another kind than \"default\"", path};
  return {};
}

}  // namespace

Result<WordVectors> WordVectors::open(const std::string& folder) {
  const std::string path = folder + "/vocab/vectors";
  if (auto kind = check_kind(path + ".cfg"); !kind) return kind.error();
  auto file = MappedFile::open(path);
  if (!file) return Error{Code::model, file.error().message, path};
  const Table table = read_head(file->bytes());
  if (table.rows == 0) return Error{Code::model, "not a whole float32 matrix in NumPy's format", path};
  auto rows = RowIndex::open(folder + "/vocab/key2row", table.rows);
  if (!rows) return rows.error();
  return WordVectors(std::move(*file), std::move(*rows), table.width, table.begin);
}

bool WordVectors::copy(uint64_t orth, float* out) const {
  const auto row = rows_.row(orth);
  if (!row) return false;
  std::memcpy(out, file_.bytes().data() + begin_ + size_t{*row} * width_ * sizeof(float), width_ * sizeof(float));
  return true;
}

}  // namespace coranto::label
