#include "intake/layout.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_set.hpp>

namespace coranto::intake {
namespace {

using Names = boost::unordered_flat_set<std::string_view>;

const Names blocks = {"address", "article", "aside",   "blockquote", "body",    "caption",    "center", "dd",
                      "details", "dialog",  "div",     "dl",         "dt",      "fieldset",   "figure", "figcaption",
                      "footer",  "form",    "h1",      "h2",         "h3",      "h4",         "h5",     "h6",
                      "header",  "hr",      "html",    "li",         "main",    "nav",        "ol",     "p",
                      "pre",     "section", "summary", "table",      "tbody",   "td",         "tfoot",  "th",
                      "thead",   "tr",      "ul",      "video",      "picture", "amp-sidebar"};

// Never text that a reader sees in the page.
const Names silent = {"script", "style",    "noscript", "template", "head",  "svg",      "iframe", "object",
                      "canvas", "select",   "textarea", "button",   "audio", "video",    "math",   "datalist",
                      "input",  "label",    "option",   "embed",    "meter", "progress", "rt",     "rp"};

constexpr size_t longest_row = 300;  // bytes of a row of short cells

bool is_hidden(const Element& element) {
  if (element.has("hidden") || element.attribute("aria-hidden") == "true") return true;
  const auto style = element.attribute("style");
  if (style.find("none") == std::string_view::npos && style.find("hidden") == std::string_view::npos) return false;
  std::string plain(style);
  plain.erase(std::remove(plain.begin(), plain.end(), ' '), plain.end());
  return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
}

// Bytes of its text, or more than `longest_row` where a cell holds more than one line.
size_t row_size(const Element& element, size_t depth = 0) {
  size_t bytes = element.text.size(), parts = 0;
  if (element.is("br") || element.is("li") || element.is("table") || depth > 8) return longest_row + 1;
  for (const auto& child : element.children) {
    if (blocks.contains(child.tag) && depth > 0 && ++parts > 1) return longest_row + 1;
    bytes += row_size(child, depth + 1);
    if (bytes > longest_row) break;
  }
  return bytes;
}

bool is_row(const Element& element) {
  const auto is_cell = [](const Element& child) { return child.is("td") || child.is("th"); };
  return element.is("tr") && std::count_if(element.children.begin(), element.children.end(), is_cell) > 1 &&
         row_size(element) <= longest_row;
}

class Walk {
 public:
  explicit Walk(Page& page) : text_(page.text), layout_(page.layout) {}

  void element(const Element& from, uint32_t box, bool linked) {
    if (from.tag.empty()) return text(from.text, linked);
    if (silent.contains(from.tag)) return;
    if (from.is("br")) return in_row_ ? void(gap_ = true) : flush(box);
    if (blocks.contains(from.tag) && !in_row_) {
      block(from, box, linked);
    } else if (!from.is("a") && (from.has("class") || from.has("id") || is_hidden(from))) {
      inline_box(from, box, linked);
    } else {
      children(from, box, linked);
    }
  }

  void children(const Element& from, uint32_t box, bool linked) {
    for (const auto& child : from.children) element(child, box, linked || from.is("a"));
  }

 private:
  void block(const Element& from, uint32_t box, bool linked) {
    flush(box);
    const uint32_t inner = open(from, box);
    if (is_row(from)) {
      row(from, inner);
    } else {
      children(from, inner, linked);
    }
    flush(inner);
    close(inner);
  }

  void row(const Element& from, uint32_t box) {
    in_row_ = true;
    bool first = true;
    for (const auto& cell : from.children) {
      if (!cell.is("td") && !cell.is("th")) continue;
      if (!first) text(" | ", false);
      first = false;
      children(cell, box, false);
      gap_ = true;
    }
    in_row_ = false;
  }

  void inline_box(const Element& from, uint32_t box, bool linked) {
    const uint32_t inner = open(from, box);
    const size_t begin = text_.size();
    children(from, box, linked);
    if (text_.size() > begin) layout_.stretches.push_back({{position(begin), position(text_.size())}, inner});
    close(inner);
  }

  uint32_t open(const Element& from, uint32_t box) {
    Box& made = layout_.boxes.emplace_back();
    made.tag = from.tag;
    for (const auto& at : from.attributes) {
      if (at.name == "class" || at.name == "id") {
        if (!made.names.empty()) made.names += ' ';
        made.names += at.value;
      } else if (at.name == "role") {
        made.role = at.value;
      } else if (at.name == "itemprop") {
        made.property = at.value;
      }
    }
    made.parent = box;
    made.hidden = is_hidden(from);
    return static_cast<uint32_t>(layout_.boxes.size() - 1);
  }

  // A box without text, inside which none was left, is forgotten.
  void close(uint32_t box) {
    const bool used = (!layout_.lines.empty() && layout_.lines.back().box >= box) ||
                      (!layout_.stretches.empty() && layout_.stretches.back().box >= box);
    if (!used && box + 1 == layout_.boxes.size()) layout_.boxes.pop_back();
  }

  void text(std::string_view text, bool linked) {
    for (size_t i = 0; i < text.size(); ++i) {
      const bool nbsp = text.substr(i, 2) == "\xC2\xA0";
      const char c = nbsp ? ' ' : text[i];
      i += nbsp;
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        gap_ = true;
        continue;
      }
      if (text_.size() == begin_ || gap_) begin_word(linked);
      gap_ = false;
      text_ += c;
      if (c >= '\xE3' && c <= '\xE9') ideograph(linked);
    }
  }

  void begin_word(bool linked) {
    if (text_.size() > begin_) text_ += ' ';
    ++words_;
    linked_ += linked;
  }

  void ideograph(bool linked) {
    half_ = !half_;
    words_ += half_;
    linked_ += half_ && linked;
  }

  void flush(uint32_t box) {
    gap_ = false;
    if (text_.size() == begin_) return;
    layout_.lines.push_back({{position(begin_), position(text_.size())}, box, words_, linked_});
    text_ += '\n';
    begin_ = text_.size();
    words_ = linked_ = 0;
  }

  static uint32_t position(size_t at) { return static_cast<uint32_t>(at); }

  std::string& text_;
  Layout& layout_;
  size_t begin_ = 0;  // of the line
  uint32_t words_ = 0, linked_ = 0;
  bool gap_ = false, half_ = false, in_row_ = false;
};

}  // namespace

void lay_out(const Element& root, Page& page) {
  page.layout.boxes.push_back({});
  Walk walk(page);
  walk.children(root, 0, false);
}

}  // namespace coranto::intake
