#include "isolate/index.h"

#include <algorithm>

#include "isolate/paragraphs.h"

namespace coranto::isolate {
namespace {

constexpr size_t fewest_entries = 5;
constexpr uint32_t shortest_title = 3;  // words
constexpr uint32_t running = 9;         // words of a line of running text
constexpr size_t times_more = 5;        // words of entries for one of running text outside them

class Index {
 public:
  explicit Index(const Page& page) : page_(page), layout_(page.layout) {}

  std::vector<IndexEntry> entries() {
    place_boxes();
    count_titles();
    if (titles_.size() < fewest_entries) return {};
    gather();
    return is_index() ? entries_ : std::vector<IndexEntry>();
  }

 private:
  static bool is_beside(const std::string& tag) {
    return tag == "nav" || tag == "header" || tag == "footer" || tag == "aside" || tag == "form";
  }

  static bool is_heading(const std::string& tag) {
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
  }

  // A header inside an article or a list belongs to the entry, one of the page does not.
  void place_boxes() {
    const size_t count = layout_.boxes.size();
    beside_.assign(count, false);
    heading_.assign(count, false);
    std::vector<bool> inner(count, false);
    for (size_t i = 0; i < count; ++i) {
      const Box& box = layout_.boxes[i];
      inner[i] = box.tag == "article" || box.tag == "li" || (i > 0 && inner[box.parent]);
      const bool own_header = box.tag == "header" && inner[i];
      beside_[i] = box.hidden || (is_beside(box.tag) && !own_header) || (i > 0 && beside_[box.parent]);
      heading_[i] = is_heading(box.tag) || (i > 0 && heading_[box.parent]);
    }
  }

  bool is_title(const Line& line) const {
    return heading_[line.box] && !beside_[line.box] && line.words >= shortest_title && line.linked * 2 > line.words;
  }

  void count_titles() {
    held_.assign(layout_.boxes.size(), 0);
    for (size_t i = 0; i < layout_.lines.size(); ++i) {
      if (!is_title(layout_.lines[i])) continue;
      titles_.push_back(i);
      ++held_[layout_.lines[i].box];
    }
    for (size_t i = layout_.boxes.size(); i-- > 1;) held_[layout_.boxes[i].parent] += held_[i];
  }

  // A line is of an entry if a box around it holds that entry's title and no other.
  void gather() {
    std::vector<uint32_t> outermost(layout_.boxes.size(), 0);  // the widest box around with one title; 0: none
    for (uint32_t i = 1; i < layout_.boxes.size(); ++i) {
      const uint32_t above = outermost[layout_.boxes[i].parent];
      outermost[i] = above ? above : held_[i] == 1 ? i : 0;
    }
    std::vector<size_t> entry(layout_.boxes.size(), 0);  // number of the entry + 1
    for (size_t i : titles_) {
      const Line& line = layout_.lines[i];
      entries_.push_back({std::string(line.span.of(page_.text)), ""});
      inside_ += line.words;
      if (outermost[line.box]) entry[outermost[line.box]] = entries_.size();
    }
    for (const Line& line : layout_.lines) {
      if (beside_[line.box] || heading_[line.box] || line.words < running) continue;
      add(line, outermost[line.box] ? entry[outermost[line.box]] : 0);
    }
  }

  void add(const Line& line, size_t entry) {
    if (entry == 0) {
      if (line.linked * 2 <= line.words) outside_ += line.words;
      return;
    }
    std::string& text = entries_[entry - 1].text;
    text += (text.empty() ? "" : "\n\n") + std::string(line.span.of(page_.text));
    inside_ += line.words;
  }

  bool is_index() const { return inside_ > times_more * outside_; }

  const Page& page_;
  const Layout& layout_;
  std::vector<bool> beside_, heading_;
  std::vector<uint32_t> held_;  // titles in each box
  std::vector<size_t> titles_;  // lines
  std::vector<IndexEntry> entries_;
  size_t inside_ = 0, outside_ = 0;  // words
};

}  // namespace

std::vector<IndexEntry> index_of(const Page& page) { return Index(page).entries(); }

}  // namespace coranto::isolate
