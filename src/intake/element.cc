#include "intake/element.h"

#include <lexbor/dom/dom.h>

#include <algorithm>

#include "intake/bounded_parse.h"

namespace coranto::intake {
namespace {

constexpr size_t deepest = 250;

std::string_view view(const lxb_char_t* text, size_t size) {
  return text ? std::string_view(reinterpret_cast<const char*>(text), size) : std::string_view();
}

Element element_of(lxb_dom_node_t* node) {
  Element element;
  size_t size = 0;
  auto* dom = lxb_dom_interface_element(node);
  const auto* tag = lxb_dom_element_local_name(dom, &size);
  element.tag = view(tag, size);
  for (auto* at = lxb_dom_element_first_attribute(dom); at; at = lxb_dom_element_next_attribute(at)) {
    size_t length = 0;
    const auto* name = lxb_dom_attr_local_name(at, &size);
    const auto* value = lxb_dom_attr_value(at, &length);
    element.attributes.push_back({view(name, size), view(value, length)});
  }
  return element;
}

void grow(lxb_dom_node_t* parent, Element& to, size_t depth) {
  if (depth > deepest) return;
  size_t count = 0;
  for (auto* node = lxb_dom_node_first_child(parent); node; node = lxb_dom_node_next(node)) ++count;
  to.children.reserve(count);
  for (auto* node = lxb_dom_node_first_child(parent); node; node = lxb_dom_node_next(node)) {
    if (node->type == LXB_DOM_NODE_TYPE_TEXT) {
      const auto& data = lxb_dom_interface_character_data(node)->data;
      to.children.push_back({{}, view(data.data, data.length), {}, {}});
    } else if (node->type == LXB_DOM_NODE_TYPE_ELEMENT) {
      to.children.push_back(element_of(node));
      grow(node, to.children.back(), depth + 1);
    }
  }
}

void add_text(const Element& element, std::string& out) {
  if (element.tag.empty()) {
    for (char c : element.text) {
      const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (!blank) {
        out += c;
      } else if (!out.empty() && out.back() != ' ') {
        out += ' ';
      }
    }
  }
  for (const auto& child : element.children) add_text(child, out);
}

}  // namespace

std::string_view Element::attribute(std::string_view name) const {
  for (const auto& at : attributes) {
    if (at.name == name) return at.value;
  }
  return {};
}

bool Element::has(std::string_view name) const {
  return std::any_of(attributes.begin(), attributes.end(), [&](const Attribute& at) { return at.name == name; });
}

std::string Element::whole_text() const {
  std::string out;
  add_text(*this, out);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Result<HtmlTree> parse_html(std::string_view page) {
  auto document = parse_bounded(page);
  if (!document) return document.error();
  const std::shared_ptr<lxb_html_document_t> source(std::move(*document));
  HtmlTree tree{source, {}};
  tree.root.tag = "html";
  grow(lxb_dom_interface_node(source.get()), tree.root, 0);
  return tree;
}

}  // namespace coranto::intake
