#include "base/tsv.h"

#include <algorithm>
#include <fstream>

namespace coranto {

std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> pieces;
  if (text.empty()) return pieces;
  for (size_t begin = 0;;) {
    const size_t end = text.find(mark, begin);
    pieces.emplace_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return pieces;
    begin = end + 1;
  }
}

Result<Table> Table::read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{Code::not_found, "cannot be opened", path};
  Table table;
  table.path_ = path;
  size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line[0] == '#') continue;
    auto fields = split(line, '\t');
    if (table.header_.empty()) {
      table.header_ = std::move(fields);
    } else if (fields.size() != table.header_.size()) {
      return Error{Code::malformed,
                   "has " + std::to_string(fields.size()) + " fields where the header has " +
                       std::to_string(table.header_.size()),
                   path + ":" + std::to_string(number)};
    } else {
      table.rows_.push_back(std::move(fields));
      table.lines_.push_back(number);
    }
  }
  if (table.header_.empty()) return Error{Code::empty, "has no header line", path};
  return table;
}

Result<size_t> Table::column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) return Error{Code::malformed, "lacks the column " + std::string(name), path_};
  return static_cast<size_t>(found - header_.begin());
}

}  // namespace coranto
