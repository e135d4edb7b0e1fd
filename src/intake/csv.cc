#include "intake/csv.h"

#include <algorithm>

#include "intake/stated.h"

namespace coranto::intake {
namespace {

using Cells = std::vector<std::string>;
constexpr size_t nowhere = static_cast<size_t>(-1);

// Where each field lies in a row.
struct Columns {
  size_t text, html, source, url, title, published, byline;
};

size_t column(const Cells& head, const std::string& name) {
  const auto found = std::find(head.begin(), head.end(), name);
  return found == head.end() ? nowhere : static_cast<size_t>(found - head.begin());
}

Columns columns_of(const Cells& head, const Fields& fields) {
  return {column(head, fields.text),  column(head, fields.html),  column(head, fields.source),
          column(head, fields.url),   column(head, fields.title), column(head, fields.published),
          column(head, fields.byline)};
}

std::string cell(Cells& row, size_t column) { return column == nowhere ? std::string() : std::move(row[column]); }

Stated stated_of(Cells& row, const Columns& at) {
  Stated stated{.text = cell(row, at.text),
                .html = cell(row, at.html),
                .source = cell(row, at.source),
                .url = cell(row, at.url),
                .title = cell(row, at.title),
                .published = cell(row, at.published),
                .byline = {}};
  if (std::string by = cell(row, at.byline); !by.empty()) stated.byline.push_back(std::move(by));
  return stated;
}

std::string listed(const Cells& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + name.substr(0, 40);
  return out.substr(0, 400);
}

}  // namespace

char CsvRows::sought_delimiter() {
  const auto bytes = file_.ahead(1 << 16);
  const auto first = bytes.substr(0, bytes.find('\n'));
  const auto times = [&](char c) { return std::count(first.begin(), first.end(), c); };
  char best = ',';
  for (char c : {';', '\t', '|'}) {
    if (times(c) > times(best)) best = c;
  }
  return best;
}

// Returns whether the row goes on.
bool CsvRows::add(char c) {
  ++size_;
  lines_ += c == '\n';
  if (quoted_ && c != '"') return row_.back() += c, true;
  if (quoted_) return quoted_ = false, closed_ = true;
  if (c == '"' && closed_) return row_.back() += c, closed_ = false, quoted_ = true;
  if (c == '"' && row_.back().empty()) return quoted_ = true;
  closed_ = false;
  if (c == '\n') {
    if (row_.back().ends_with('\r')) row_.back().pop_back();
    return false;
  }
  c == delimiter_ ? void(row_.emplace_back()) : row_.back().push_back(c);
  return true;
}

Result<Cells> CsvRows::next() {
  if (file_.at() == 0 && file_.ahead(3).starts_with("\xEF\xBB\xBF")) file_.pass(3);
  if (!delimiter_) delimiter_ = sought_delimiter();
  do {
    row_.assign(1, {});
    size_ = 0;
    began_ = lines_;
    for (bool going = true; going && size_ <= most_;) {
      const auto bytes = file_.ahead(1);
      if (!file_.state() && bytes.empty()) return file_.state().error();
      if (bytes.empty()) break;
      size_t read = 0;
      while (going && read < bytes.size() && size_ <= most_) going = add(bytes[read++]);
      file_.pass(read);
    }
    if (size_ > most_) return Error{Code::too_large, "the row is longer than " + std::to_string(most_) + " bytes", ""};
    if (quoted_) return Error{Code::malformed, "a quotation mark is not closed", ""};
    closed_ = false;
  } while (size_ > 0 && row_.size() == 1 && row_[0].find_first_not_of(" \t\r") == std::string::npos);
  return size_ > 0 ? std::move(row_) : Cells();
}

void read_csv(Window& file, const std::string& where, Gate& gate) {
  CsvRows rows(file, gate.options().selection.delimiter, gate.options().longest_line);
  const auto head = rows.next();
  const Fields& fields = gate.options().selection.fields;
  if (!head) return gate.fail({head.error().code, head.error().message, where});
  if (head->empty()) return gate.fail({Code::empty, "is empty", where});
  const Columns at = columns_of(*head, fields);
  if (at.text == nowhere && at.html == nowhere)
    return gate.fail({Code::malformed,
                      "has no column `" + fields.text + "` or `" + fields.html + "`, only: " + listed(*head) +
                          "; name it with --fields text=NAME",
                      where});
  size_t documents = 0;
  while (!gate.full()) {
    auto row = rows.next();
    const std::string place = where + ":" + std::to_string(rows.line());
    if (!row) return gate.fail({row.error().code, row.error().message, place});
    if (row->empty()) break;
    ++documents;
    if (row->size() != head->size()) {
      gate.fail({Code::malformed,
                 "has " + std::to_string(row->size()) + " cells, the first row " + std::to_string(head->size()),
                 place});
    } else {
      give_stated(stated_of(*row, at), place, gate);
    }
  }
  if (documents == 0 && !gate.full()) gate.fail({Code::empty, "has no rows", where});
}

}  // namespace coranto::intake
