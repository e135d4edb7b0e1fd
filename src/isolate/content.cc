// The article is found by weight: a line weighs its words if it reads like running text (long, few links, not in a box
// whose markup calls it a menu, an aside or the like). From the outermost box, or from the article element where the
// page has one that holds most of the weight, the way goes down as long as one box inside holds nearly all of it.
#include "isolate/content.h"

#include <algorithm>

#include "isolate/paragraphs.h"

namespace coranto::isolate {
namespace {

constexpr double most_of_page = 0.4;  // share of the weight that makes an article element the content
constexpr double nearly_all = 0.85;   // share by which the content narrows to a box inside
constexpr double link_heavy = 0.5;    // share of linked words above which a line is a link
constexpr uint32_t longest_cut = 600;  // bytes of a part of a line that is no text
constexpr uint32_t running = 9;       // words of a line of running text

double linked_share(const Line& line) { return static_cast<double>(line.linked) / static_cast<double>(line.words); }

class Content {
 public:
  Content(const Page& page, const BoxTable& table)
      : text_(page.text), layout_(page.layout), markup_(table.of(page.layout)) {}

  std::vector<Block> blocks() {
    weigh_all();
    spread_asides();
    weigh();
    const uint32_t content = narrowed(start());
    std::vector<Block> blocks;
    cut_stretches();
    for (const Line& line : layout_.lines) {
      if (aside_[line.box] || !is_inside(line.box, content) || is_link(line)) continue;
      auto text = without_cuts(line.span);
      if (!text.empty()) blocks.push_back({std::move(text), shape(line.box)});
    }
    return blocks;
  }

 private:
  std::string_view text(const Line& line) const { return line.span.of(text_); }

  bool ends(const Line& line) const { return ends_sentence(text(line)) || text(line).ends_with(':'); }

  double weight(const Line& line) const {
    if (line.words < running || linked_share(line) > link_heavy) return 0;
    if (!ends(line) && line.words < 3 * running) return 0;
    return static_cast<double>(line.words);
  }

  void sum(std::vector<double>& weights) const {
    for (size_t i = layout_.boxes.size(); i-- > 1;) weights[layout_.boxes[i].parent] += weights[i];
  }

  void weigh_all() {
    weights_.assign(layout_.boxes.size(), 0);
    for (const auto& line : layout_.lines) weights_[line.box] += weight(line);
    sum(weights_);
  }

  // What the markup calls an aside is one, and all that is in it, unless it holds much of the page: then its name
  // misleads.
  void spread_asides() {
    aside_.assign(layout_.boxes.size(), false);
    for (size_t i = 1; i < layout_.boxes.size(); ++i) {
      if (markup_[i] == Markup::keep) continue;
      aside_[i] = aside_[layout_.boxes[i].parent] ||
                  (markup_[i] == Markup::aside && weights_[i] < most_of_page * weights_[0]);
    }
  }

  void weigh() {
    weights_.assign(layout_.boxes.size(), 0);
    for (const auto& line : layout_.lines) {
      if (!aside_[line.box]) weights_[line.box] += weight(line);
    }
    sum(weights_);
  }

  int rank(uint32_t box) const {
    switch (markup_[box]) {
      case Markup::body:
        return 3;
      case Markup::article:
        return 2;
      case Markup::main:
        return 1;
      default:
        return 0;
    }
  }

  uint32_t start() const {
    uint32_t best = 0;
    for (uint32_t i = 1; i < layout_.boxes.size(); ++i) {
      const int here = rank(i), there = best ? rank(best) : 0;
      if (here == 0 || weights_[i] < most_of_page * weights_[0]) continue;
      if (here > there || (here == there && weights_[i] > weights_[best])) best = i;
    }
    return best;
  }

  uint32_t narrowed(uint32_t box) const {
    for (uint32_t i = box + 1; i < layout_.boxes.size(); ++i) {
      if (layout_.boxes[i].parent == box && weights_[i] > 0 && weights_[i] >= nearly_all * weights_[box]) box = i;
    }
    return box;
  }

  bool is_inside(uint32_t box, uint32_t around) const {
    while (box > around) box = layout_.boxes[box].parent;
    return box == around;
  }

  // A line that leads elsewhere; a whole sentence may be linked and still be text.
  bool is_link(const Line& line) const {
    return linked_share(line) > link_heavy && (line.words < running || !ends(line));
  }

  // The stretches that are asides, in order of their begins and apart.
  void cut_stretches() {
    for (const auto& stretch : layout_.stretches) {
      if (markup_[stretch.box] == Markup::aside && stretch.span.size() <= longest_cut) cuts_.push_back(stretch.span);
    }
    std::sort(cuts_.begin(), cuts_.end());
  }

  // Lines come in order.
  std::string without_cuts(Span line) {
    std::string out;
    uint32_t at = line.begin;
    while (next_ < cuts_.size() && cuts_[next_].end <= line.begin) ++next_;
    for (size_t i = next_; i < cuts_.size() && cuts_[i].begin < line.end; ++i) {
      if (cuts_[i].begin > at) out += text_.substr(at, cuts_[i].begin - at);
      at = std::max(at, cuts_[i].end);
    }
    if (at < line.end) out += text_.substr(at, line.end - at);
    return out;
  }

  Shape shape(uint32_t box) const {
    Shape inner = Shape::plain;
    for (; box > 0; box = layout_.boxes[box].parent) {
      const auto& tag = layout_.boxes[box].tag;
      if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') return Shape::heading;
      if (tag == "li" || tag == "dd" || tag == "dt") return Shape::item;
      if (tag == "p") inner = Shape::paragraph;
      if (tag == "tr") return Shape::row;
      if (tag == "blockquote") return Shape::quote;
    }
    return inner;
  }

  const std::string& text_;
  const Layout& layout_;
  const std::vector<Markup> markup_;
  std::vector<double> weights_;
  std::vector<bool> aside_;
  std::vector<Span> cuts_;
  size_t next_ = 0;
};

}  // namespace

std::vector<Block> content_of(const Page& page, const BoxTable& table) { return Content(page, table).blocks(); }

}  // namespace coranto::isolate
