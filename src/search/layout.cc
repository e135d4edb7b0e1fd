#include "search/layout.h"

#include <algorithm>

#include "base/columns.h"
#include "base/utf8.h"
#include "search/cell.h"

namespace coranto::search {
namespace {

constexpr size_t piece = 1 << 16;    // bytes gathered before they are written
constexpr size_t table_block = 200;  // rows lined up together
constexpr size_t widest = 60;        // columns of a terminal that one cell may take

class Lines : public Layout {
 public:
  explicit Lines(Write write) : write_(std::move(write)) {}
  bool end() override { return flush(0); }

 protected:
  bool flush(size_t at_least) {
    if (out_.empty() || out_.size() < at_least) return true;
    const bool more = write_(out_);
    out_.clear();
    return more;
  }
  std::string out_;

 private:
  Write write_;
};

class Csv : public Lines {
 public:
  Csv(const std::vector<std::string>& names, Write write) : Lines(std::move(write)) {
    std::vector<Cell> header;
    for (const auto& name : names) header.push_back({name, false});
    line(header);
  }

  bool row(std::vector<Cell> cells) override {
    line(cells);
    return flush(piece);
  }

 private:
  void line(const std::vector<Cell>& cells) {
    for (size_t i = 0; i < cells.size(); ++i) {
      if (i) out_ += ',';
      if (!cells[i].null) field(cells[i].text);
    }
    out_ += '\n';
  }

  void field(const std::string& text) {
    if (!text.empty() && text.find_first_of(",\"\r\n") == std::string::npos) {
      out_ += text;
      return;
    }
    out_ += '"';
    for (const char c : text) out_ += c == '"' ? "\"\"" : std::string(1, c);
    out_ += '"';
  }
};

class JsonLines : public Lines {
 public:
  JsonLines(const std::vector<std::string>& names, Write write) : Lines(std::move(write)) {
    for (const auto& name : names) {
      std::string key;
      append_json_string(key, name);
      keys_.push_back(key + ':');
    }
  }

  bool row(std::vector<Cell> cells) override {
    for (size_t i = 0; i < cells.size(); ++i) out_ += (i ? "," : "{") + keys_[i] + cells[i].text;
    out_ += cells.empty() ? "{}\n" : "}\n";
    return flush(piece);
  }

 private:
  std::vector<std::string> keys_;
};

class Table : public Lines {
 public:
  Table(std::vector<std::string> names, std::vector<bool> numbers, Write write)
      : Lines(std::move(write)), names_(std::move(names)), numbers_(std::move(numbers)) {}

  bool row(std::vector<Cell> cells) override {
    for (Cell& cell : cells) cell.text = cell.null ? "" : shown(cell.text);
    block_.push_back(std::move(cells));
    return block_.size() < table_block || write_block();
  }

  bool end() override {
    if (!block_.empty() || !begun_) write_block();
    out_ += "(" + std::to_string(rows_) + (rows_ == 1 ? " row)\n" : " rows)\n");
    return flush(0);
  }

 private:
  bool write_block() {
    std::vector<size_t> widths;
    for (size_t i = 0; i < names_.size(); ++i) {
      size_t width = begun_ ? 0 : utf8::columns(names_[i]);
      for (const auto& cells : block_) width = std::max(width, utf8::columns(cells[i].text));
      if (begun_) width = std::max(width, widths_[i]);
      widths.push_back(width);
    }
    widths_ = widths;
    if (!begun_) header();
    for (const auto& cells : block_) line(cells);
    rows_ += block_.size();
    block_.clear();
    begun_ = true;
    return flush(0);
  }

  void header() {
    std::vector<Cell> cells;
    for (const auto& name : names_) cells.push_back({shown(name), false});
    line(cells);
    for (size_t i = 0; i < names_.size(); ++i) {
      out_ += i ? "  " : "";
      for (size_t column = 0; column < widths_[i]; ++column) out_ += "─";
    }
    out_ += '\n';
  }

  void line(const std::vector<Cell>& cells) {
    std::string out;
    for (size_t i = 0; i < cells.size(); ++i) {
      const size_t width = utf8::columns(cells[i].text);
      const std::string blank(widths_[i] > width ? widths_[i] - width : 0, ' ');
      out += (i ? "  " : "") + (numbers_[i] ? blank + cells[i].text : cells[i].text + blank);
    }
    out.erase(out.find_last_not_of(' ') + 1);
    out_ += out + '\n';
  }

  // One line without control characters, cut where it is too wide.
  static std::string shown(const std::string& text) {
    std::string out;
    size_t width = 0;
    for (size_t at = 0; at < text.size();) {
      const utf8::Step step = utf8::decode(text, at);
      const bool control = step.point < 0x20 || (step.point >= 0x7F && step.point < 0xA0);
      const std::string_view piece_of = control ? " " : std::string_view(text).substr(at, step.size);
      width += utf8::columns(piece_of);
      if (width >= widest && at + step.size < text.size()) return out + "…";
      out += piece_of;
      at += step.size;
    }
    return out;
  }

  std::vector<std::string> names_;
  std::vector<bool> numbers_;
  std::vector<std::vector<Cell>> block_;
  std::vector<size_t> widths_;
  size_t rows_ = 0;
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<Layout> Layout::make(Format format, std::vector<std::string> names, std::vector<bool> numbers,
                                     Write write) {
  if (format == Format::csv) return std::make_unique<Csv>(names, std::move(write));
  if (format == Format::jsonl) return std::make_unique<JsonLines>(names, std::move(write));
  return std::make_unique<Table>(std::move(names), std::move(numbers), std::move(write));
}

}  // namespace coranto::search
