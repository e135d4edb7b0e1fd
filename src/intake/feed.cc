#include "intake/feed.h"

#include <algorithm>
#include <optional>
#include <pugixml.hpp>

#include "intake/charset.h"
#include "intake/element.h"
#include "intake/feed_date.h"
#include "intake/stated.h"

namespace coranto::intake {
namespace {

using Node = pugi::xml_node;

constexpr size_t largest = 64 << 20;      // bytes of XML; sitemaps may have 50 MB
constexpr long most_marks = 4'000'000;    // of elements and attributes: some 60 bytes of memory each
constexpr size_t deepest_prefix = 16;     // elements above one that may declare its prefix
constexpr size_t most_declarations = 64;  // attributes of each that are looked at

constexpr std::string_view dublin_core = "http://purl.org/dc/elements/1.1/",
                           content_module = "http://purl.org/rss/1.0/modules/content/";

std::string_view prefix_of(std::string_view name) {
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

std::string_view local(const Node& node) {
  const std::string_view name = node.name();
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// The namespace that a prefix stands for; empty if it is not declared.
std::string_view space_of(const Node& node) {
  const std::string_view prefix = prefix_of(node.name());
  const std::string declaration = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
  Node at = node;
  for (size_t depth = 0; at && depth < deepest_prefix; ++depth, at = at.parent()) {
    size_t looked = 0;
    for (const auto attribute : at.attributes()) {
      if (++looked > most_declarations) break;
      if (attribute.name() == declaration) return attribute.value();
    }
  }
  return {};
}

// Elements of the feed's own vocabulary: those in the namespace of its item.
Node own(const Node& item, std::string_view name) {
  for (const Node child : item.children()) {
    if (local(child) == name && space_of(child) == space_of(item)) return child;
  }
  return {};
}

Node of_module(const Node& item, std::string_view space, std::string_view name) {
  for (const Node child : item.children()) {
    if (local(child) == name && space_of(child) == space) return child;
  }
  return {};
}

std::string text_of(const Node& node) {
  std::string out;
  for (const Node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) out += child.value();
  }
  const size_t begin = std::min(out.find_first_not_of(" \t\r\n"), out.size());
  return out.substr(begin, out.find_last_not_of(" \t\r\n") + 1 - begin);
}

struct Writer : pugi::xml_writer {
  std::string out;
  void write(const void* bytes, size_t size) override { out.append(static_cast<const char*>(bytes), size); }
};

// HTML in an element: written as text, or in XHTML as elements.
std::string html_of(const Node& node) {
  if (std::string_view(node.attribute("type").value()) != "xhtml") return text_of(node);
  Writer writer;
  for (const Node child : node.children()) child.print(writer, "", pugi::format_raw | pugi::format_no_declaration);
  return writer.out;
}

// Titles hold entities of HTML, and sometimes its tags.
std::string plain(const std::string& html) {
  if (html.find_first_of("<&") == std::string::npos) return html;
  const auto parsed = parse_html(html);
  return parsed ? parsed->root.whole_text() : html;
}

// "jane@example.org (Jane Roe)" as RSS has it.
std::string person(std::string name) {
  const size_t open = name.find('('), close = name.rfind(')');
  const bool mail = name.find('@') != std::string::npos;
  if (mail && open != std::string::npos && close > open) return name.substr(open + 1, close - open - 1);
  return mail ? std::string() : name;
}

void add_author(const std::string& name, std::vector<std::string>& byline) {
  const std::string one = person(plain(name));
  if (!one.empty() && std::find(byline.begin(), byline.end(), one) == byline.end()) byline.push_back(one);
}

std::vector<std::string> authors(const Node& item) {
  std::vector<std::string> byline;
  for (const Node child : item.children()) {
    const bool creator = local(child) == "creator" && space_of(child) == dublin_core;
    const bool author = local(child) == "author" && space_of(child) == space_of(item);
    if (!creator && !author) continue;
    const Node name = own(child, "name");
    add_author(text_of(name ? name : child), byline);
  }
  return byline;
}

// Atom has several links, of which the one to the page is called alternate or nothing.
std::string link(const Node& item) {
  for (const Node child : item.children()) {
    if (local(child) != "link" || space_of(child) != space_of(item)) continue;
    const std::string_view rel = child.attribute("rel").value();
    const std::string address = child.attribute("href") ? child.attribute("href").value() : text_of(child);
    if (!address.empty() && (rel.empty() || rel == "alternate")) return address;
  }
  const Node guid = own(item, "guid");
  const std::string id = text_of(guid);
  return id.find("://") != std::string::npos && std::string_view(guid.attribute("isPermaLink").value()) != "false" ? id
                                                                                                                   : "";
}

std::string first_day(const Node& item) {
  for (const char* name : {"pubDate", "published", "issued", "date", "updated"}) {
    if (auto day = day_of(text_of(own(item, name))); !day.empty()) return day;
  }
  return day_of(text_of(of_module(item, dublin_core, "date")));
}

std::string body(const Node& item) {
  if (auto whole = text_of(of_module(item, content_module, "encoded")); !whole.empty()) return whole;
  for (const char* name : {"content", "description", "summary"}) {
    if (auto html = html_of(own(item, name)); !html.empty()) return html;
  }
  return {};
}

void give_item(const Node& item, const std::string& where, Gate& gate) {
  Stated stated;
  stated.title = plain(html_of(own(item, "title")));
  stated.url = link(item);
  stated.html = body(item);
  stated.published = first_day(item);
  stated.byline = authors(item);
  const std::string source = stated.url.empty() ? where : stated.url;
  if (stated.html.empty())
    return gate.fail({Code::empty, "has no text, only a title: " + stated.title.substr(0, 80), where}, source);
  give_stated(std::move(stated), where, gate);
}

// Items stand in the channel, in RSS 1.0 beside it; entries in the feed.
void give_items(const Node& root, const std::string& where, Gate& gate) {
  size_t number = 0;
  const auto give = [&](const Node& around) {
    for (const Node node : around.children()) {
      if (gate.full()) return;
      if (local(node) == "item" || local(node) == "entry")
        give_item(node, where + ": item " + std::to_string(++number), gate);
    }
  };
  give(root);
  for (const Node node : root.children()) {
    if (local(node) == "channel") give(node);
  }
}

std::optional<Error> sitemap(const Node& root, const std::string& where) {
  const bool index = local(root) == "sitemapindex";
  if (!index && local(root) != "urlset") return {};
  size_t count = 0, titles = 0;
  std::string first;
  for (const Node node : root.children()) {
    ++count;
    for (const Node child : node.children()) {
      if (first.empty() && local(child) == "loc") first = text_of(child).substr(0, 200);
      titles += local(child) == "news";
    }
  }
  std::string message = index ? "is an index of sitemaps: holds no text, " : "is a sitemap: holds no text, ";
  message += std::to_string(count) + (index ? " sitemaps" : " addresses of pages");
  if (titles) message += ", " + std::to_string(titles) + " of them news";
  if (!first.empty()) message += ", the first is " + first;
  return Error{Code::empty, message, where};
}

bool is_within(const std::string& xml) {
  return std::count(xml.begin(), xml.end(), '<') + std::count(xml.begin(), xml.end(), '=') <= most_marks;
}

}  // namespace

void read_feed(std::string bytes, const std::string& charset, const std::string& where, Gate& gate) {
  if (bytes.size() > largest)
    return gate.fail({Code::too_large, "is XML of more than " + std::to_string(largest) + " bytes", where});
  const std::string xml = xml_to_utf8(bytes, charset);
  if (!is_within(xml))
    return gate.fail(
        {Code::too_large, "is XML of more than " + std::to_string(most_marks) + " elements and attributes", where});
  const uint64_t before = gate.seen();
  pugi::xml_document document;
  const auto parsed = document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
  const Node root = document.document_element();
  if (auto map = sitemap(root, where)) return gate.fail(std::move(*map));
  give_items(root, where, gate);
  if (!parsed)
    return gate.fail({Code::malformed,
                      "is broken XML at byte " + std::to_string(parsed.offset) + ": " + parsed.description(), where});
  if (gate.seen() == before && !gate.full())
    gate.fail(
        {Code::empty, root ? "is XML without items: " + std::string(root.name()).substr(0, 40) : "is empty", where});
}

}  // namespace coranto::intake
