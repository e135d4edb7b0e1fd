#include "label/word_vectors.h"

#include <charconv>
#include <cstring>

#include "label/msgpack.h"

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
  if (width == 0 || width > 1 << 16 || (bytes.size() - begin - size) / sizeof(float) / width < rows) return {};
  return {rows, width, begin + size};
}

}  // namespace

Result<WordVectors> WordVectors::open(const std::string& folder) {
  const std::string table_path = folder + "/vocab/vectors", rows_path = folder + "/vocab/key2row";
  const auto kind = MappedFile::open(table_path + ".cfg");
  if (!kind || kind->bytes().find("\"default\"") == std::string_view::npos) {
    return Error{Code::model, "word vectors of another kind than \"default\"", table_path + ".cfg"};
  }
  auto file = MappedFile::open(table_path), index = MappedFile::open(rows_path);
  if (!file) return Error{Code::model, file.error().message, table_path};
  if (!index) return Error{Code::model, index.error().message, rows_path};
  const Table table = read_head(file->bytes());
  if (table.rows == 0) return Error{Code::model, "not a float32 matrix in NumPy's format", table_path};
  const auto tree = msgpack::Tree::parse(index->bytes(), rows_path);
  if (!tree) return Error{Code::model, tree.error().message, tree.error().where};
  WordVectors vectors(std::move(*file), table.width);
  vectors.floats_ = vectors.file_.bytes().data() + table.begin;
  vectors.rows_.reserve(tree->root().size());
  for (auto [word, row] : tree->root().pairs()) {
    if (row.unsigned_integer() >= table.rows) return Error{Code::model, "a row beyond the table", rows_path};
    vectors.rows_.emplace(word.unsigned_integer(), static_cast<uint32_t>(row.unsigned_integer()));
  }
  return vectors;
}

bool WordVectors::copy(uint64_t orth, float* out) const {
  const auto found = rows_.find(orth);
  if (found == rows_.end()) return false;
  std::memcpy(out, floats_ + size_t{found->second} * width_ * sizeof(float), width_ * sizeof(float));
  return true;
}

}  // namespace coranto::label
