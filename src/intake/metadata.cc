#include "intake/metadata.h"

#include <simdjson.h>

#include <algorithm>
#include <functional>

#include "intake/text.h"

namespace coranto::intake {
namespace {

using simdjson::dom::element;

constexpr size_t most_authors = 50;

void each(const Element& from, const std::string& tag, const std::function<void(const Element&)>& found) {
  if (from.is(tag)) found(from);
  for (const auto& child : from.children) each(child, tag, found);
}

bool names(std::initializer_list<std::string_view> list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

void add_author(Metadata& to, std::string_view name) {
  const bool is_person = !name.empty() && name.size() < 80 && name.find("://") == std::string_view::npos;
  if (is_person && to.byline.size() < most_authors &&
      std::find(to.byline.begin(), to.byline.end(), name) == to.byline.end())
    to.byline.emplace_back(name);
}

void take_meta(const Element& meta, Metadata& to) {
  std::string_view name = meta.attribute("property");
  if (name.empty()) name = meta.attribute("name");
  if (name.empty()) name = meta.attribute("itemprop");
  const auto content = meta.attribute("content");
  if (names({"og:title", "twitter:title", "dc.title"}, name) && to.title.empty()) to.title = content;
  if (names({"author", "article:author", "dc.creator", "byl", "sailthru.author", "parsely-author"}, name))
    add_author(to, content);
  if (to.published.empty() &&
      names({"article:published_time", "og:article:published_time", "datePublished", "date", "pubdate", "publishdate",
             "publish-date", "dc.date", "dc.date.issued", "DC.date.issued", "sailthru.date", "parsely-pub-date",
             "article.published", "published_time", "originalpublicationdate", "dcterms.created"},
            name))
    to.published = iso_day(content);
}

bool is_article(element object) {
  std::string_view type;
  element field;
  if (object["@type"].get(field)) return false;
  if (!field.get(type))
    return type.find("Article") != std::string_view::npos || type == "Report" || type == "BlogPosting";
  simdjson::dom::array types;
  if (field.get(types)) return false;
  for (element one : types) {
    if (!one.get(type) && type.find("Article") != std::string_view::npos) return true;
  }
  return false;
}

void take_authors(element author, Metadata& to) {
  std::string_view name;
  simdjson::dom::array list;
  if (!author.get(name) || !author["name"].get(name)) {
    add_author(to, name);
  } else if (!author.get(list)) {
    for (element one : list) take_authors(one, to);
  }
}

void take_linked(element data, Metadata& to) {
  simdjson::dom::array list;
  if (!data.get(list)) {
    for (element one : list) take_linked(one, to);
    return;
  }
  element field;
  if (!data["@graph"].get(field)) take_linked(field, to);
  if (!is_article(data)) return;
  std::string_view text;
  if (to.title.empty() && !data["headline"].get(text)) to.title = text;
  if (to.published.empty() && !data["datePublished"].get(text)) to.published = iso_day(text);
  if (to.byline.empty() && !data["author"].get(field)) take_authors(field, to);
}

void take_script(const Element& script, Metadata& to) {
  if (script.attribute("type") != "application/ld+json" || script.children.empty()) return;
  simdjson::dom::parser parser;
  element data;
  if (!parser.parse(script.children[0].text).get(data)) take_linked(data, to);
}

// "Headline | Site", "Headline - Site": the longest piece, if it is most of it.
std::string without_site(const std::string& title) {
  for (std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » ", " « "}) {
    const size_t at = title.rfind(mark);
    if (at != std::string::npos && at * 2 > title.size()) return title.substr(0, at);
  }
  return title;
}

}  // namespace

Metadata metadata_of(const Element& page) {
  Metadata to;
  each(page, "meta", [&](const Element& meta) { take_meta(meta, to); });
  each(page, "script", [&](const Element& script) { take_script(script, to); });
  if (to.title.empty())
    each(page, "h1", [&](const Element& h1) {
      if (to.title.empty()) to.title = h1.whole_text();
    });
  if (to.title.empty())
    each(page, "title", [&](const Element& title) {
      if (to.title.empty()) to.title = title.whole_text();
    });
  to.title = without_site(to.title);
  each(page, "time", [&](const Element& time) {
    if (to.published.empty()) to.published = iso_day(time.attribute("datetime"));
  });
  return to;
}

}  // namespace coranto::intake
