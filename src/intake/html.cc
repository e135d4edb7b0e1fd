// The main content is found by weight: a line weighs its words if it reads like running text (long, few links, not in
// a box whose markup calls it a menu, an aside or the like). From the outermost box, or from the article element where
// the page has one that holds most of the weight, the way goes down as long as one box inside holds nearly all of it.
#include "intake/html.h"

#include <algorithm>
#include <cctype>

#include "intake/charset.h"
#include "intake/metadata/metadata.h"
#include "intake/outline.h"

namespace coranto::intake {
namespace {

constexpr double most_of_page = 0.4;  // share of the weight that makes an article element the content
constexpr double nearly_all = 0.85;   // share by which the content narrows to a box inside
constexpr double link_heavy = 0.5;    // share of linked words above which a line is a link
constexpr size_t running = 9;         // words of a line of running text

double linked_share(const Line& line) { return static_cast<double>(line.linked) / static_cast<double>(line.words); }

bool ends_with_stop(std::string_view text) {
  while (text.ends_with("”") || text.ends_with("’") || text.ends_with("\"") || text.ends_with(")"))
    text.remove_suffix(text.ends_with("\"") || text.ends_with(")") ? 1 : 3);
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…") ||
         text.ends_with(':');
}

double weight(const Line& line) {
  if (line.words < running || linked_share(line) > link_heavy) return 0;
  if (!ends_with_stop(line.text) && line.words < 3 * running) return 0;
  return static_cast<double>(line.words);
}

std::vector<double> weights_of(const Outline& outline) {
  std::vector<double> weights(outline.boxes.size());
  for (const auto& line : outline.lines) {
    if (!outline.boxes[line.box].aside) weights[line.box] += weight(line);
  }
  for (size_t i = outline.boxes.size(); i-- > 1;) weights[outline.boxes[i].parent] += weights[i];
  return weights;
}

// What the markup calls an aside is one, and all that is in it, unless it holds much of the page: then its name
// misleads.
void spread_asides(Outline& outline) {
  std::vector<double> all(outline.boxes.size());
  for (const auto& line : outline.lines) all[line.box] += weight(line);
  for (size_t i = outline.boxes.size(); i-- > 1;) all[outline.boxes[i].parent] += all[i];
  for (size_t i = 1; i < outline.boxes.size(); ++i) {
    auto& box = outline.boxes[i];
    box.aside = outline.boxes[box.parent].aside || (box.aside && all[i] < most_of_page * all[0]);
  }
}

int rank(const Element& element) {
  if (element.attribute("itemprop") == "articleBody") return 3;
  if (element.is("article")) return 2;
  return element.is("main") || element.attribute("role") == "main" ? 1 : 0;
}

uint32_t start_of(const Outline& outline, const std::vector<double>& weights) {
  uint32_t best = 0;
  for (uint32_t i = 1; i < outline.boxes.size(); ++i) {
    const int here = rank(*outline.boxes[i].element), there = best ? rank(*outline.boxes[best].element) : 0;
    if (here == 0 || weights[i] < most_of_page * weights[0]) continue;
    if (here > there || (here == there && weights[i] > weights[best])) best = i;
  }
  return best;
}

uint32_t content_of(const Outline& outline) {
  const auto weights = weights_of(outline);
  uint32_t box = start_of(outline, weights);
  for (uint32_t i = box + 1; i < outline.boxes.size(); ++i) {
    if (outline.boxes[i].parent == box && weights[i] > 0 && weights[i] >= nearly_all * weights[box]) box = i;
  }
  return box;
}

// A line that leads elsewhere; a whole sentence may be linked and still be text.
bool is_link(const Line& line) {
  return linked_share(line) > link_heavy && (line.words < running || !ends_with_stop(line.text));
}

bool is_inside(uint32_t box, uint32_t around, const Outline& outline) {
  while (box > around) box = outline.boxes[box].parent;
  return box == around;
}

std::string text_of(Outline outline) {
  spread_asides(outline);
  const uint32_t content = content_of(outline);
  std::string text;
  for (const auto& line : outline.lines) {
    if (!is_inside(line.box, content, outline) || outline.boxes[line.box].aside || is_link(line)) continue;
    text += line.text + '\n';
  }
  return text;
}

}  // namespace

Result<Page> page_of_html(std::string_view bytes, std::string_view charset) {
  Page page;
  page.html = to_utf8(bytes, charset);
  const auto root = parse_html(page.html);
  if (!root) return root.error();
  page.text = text_of(outline_of(*root));
  take_metadata(*root, page);
  return page;
}

}  // namespace coranto::intake
