#include "intake/metadata/linked_data.h"

#include <simdjson.h>

#include <algorithm>
#include <unordered_map>

#include "intake/metadata/loose_json.h"

namespace coranto::intake {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr size_t most_authors = 50, most_posts = 2000, most_objects = 5000, deepest = 8;

enum class Rank { none, page, media, article };

struct Typed {
  Rank rank = Rank::none;
  PageKind kind = PageKind::unknown;
};

Typed typed(std::string_view type) {
  if (const size_t slash = type.rfind('/'); slash != std::string_view::npos) type.remove_prefix(slash + 1);
  if (type == "LiveBlogPosting") return {Rank::article, PageKind::live};
  if (type.ends_with("Article") || type == "Report" || type == "BlogPosting" || type == "SocialMediaPosting")
    return {Rank::article, PageKind::article};
  if (type == "VideoObject") return {Rank::media, PageKind::video};
  if (type == "ImageGallery" || type == "MediaGallery") return {Rank::media, PageKind::gallery};
  if (type == "CollectionPage") return {Rank::page, PageKind::index};
  if (type == "WebPage" || type == "ItemPage") return {Rank::page, PageKind::unknown};
  return {};
}

std::string text_of(element from, const char* key) {
  std::string_view text;
  element field;
  array list;
  if (from[key].get(field)) return {};
  if (!field.get(list) && list.begin() != list.end()) field = *list.begin();
  if (field.get(text)) return {};
  return without_references(text);
}

Typed typed(element from) {
  std::string_view type;
  element field;
  array types;
  if (from["@type"].get(field)) return {};
  if (!field.get(type)) return typed(type);
  Typed best;
  if (field.get(types)) return {};
  for (element one : types) {
    if (one.get(type)) continue;
    const auto here = typed(type);
    if (here.rank > best.rank || here.kind == PageKind::live) best = here;
  }
  return best;
}

class Graph {
 public:
  // The objects that describe the page, by @id; what hangs deeper is looked at where it is asked for.
  void add(element from, size_t depth = 0) {
    array list;
    element inner;
    object fields;
    if (depth > deepest || count_ > most_objects) return;
    if (!from.get(list)) {
      for (element one : list) add(one, depth + 1);
      return;
    }
    if (from.get(fields)) return;
    ++count_;
    std::string_view id;
    if (!from["@id"].get(id)) by_id_.emplace(id, from);
    if (!from["@graph"].get(inner)) add(inner, depth + 1);
    for (const char* key : {"mainEntity", "mainEntityOfPage"}) {
      if (!from[key].get(inner) && inner.is_object()) add(inner, depth + 1);
    }
    if (typed(from).rank != Rank::none) found_.push_back(from);
  }

  void read(LinkedData& to) const {
    auto order = found_;
    std::stable_sort(order.begin(), order.end(), [](element a, element b) { return weight(a) > weight(b); });
    for (element one : order) take(one, to);
  }

 private:
  static bool is_paid(element from) {
    element field;
    std::string_view word;
    bool is_free = true;
    if (from["isAccessibleForFree"].get(field)) return false;
    if (!field.get(word)) return word == "False" || word == "false";
    return !field.get(is_free) && !is_free;
  }

  static int weight(element from) {
    const auto rank = typed(from).rank;
    element field;
    int weight = static_cast<int>(rank) * 10;
    for (const char* key : {"headline", "datePublished", "author"}) weight += !from[key].get(field);
    return weight;
  }

  element followed(element from) const {
    std::string_view id;
    element name;
    if (from["@id"].get(id) || !from["name"].get(name)) return from;
    const auto known = by_id_.find(id);
    return known == by_id_.end() ? from : known->second;
  }

  void take(element from, LinkedData& to) const {
    const auto [rank, kind] = typed(from);
    const auto set = [&](std::string& field, const char* key) {
      if (field.empty()) field = text_of(from, key);
    };
    if (to.kind == PageKind::unknown) to.kind = kind;
    if (rank == Rank::article) set(to.title, "headline");
    set(to.subtitle, "alternativeHeadline");
    if (to.published.day.empty()) to.published = moment_of(text_of(from, "datePublished"));
    if (to.published.day.empty() && rank == Rank::article) to.published = moment_of(text_of(from, "dateCreated"));
    if (to.updated.day.empty()) to.updated = moment_of(text_of(from, "dateModified"));
    set(to.section, "articleSection");
    set(to.language, "inLanguage");
    element field;
    if (to.authors.empty() && !from["author"].get(field)) authors(field, to);
    if (to.authors.empty() && !from["creator"].get(field)) authors(field, to);
    if (to.publisher.empty() && !from["publisher"].get(field)) to.publisher = text_of(followed(field), "name");
    if (to.posts.empty() && !from["liveBlogUpdate"].get(field)) posts(field, to);
    to.paid = to.paid || is_paid(from);
  }

  void authors(element from, LinkedData& to, size_t depth = 0) const {
    std::string_view name;
    array list;
    if (to.authors.size() >= most_authors || depth > deepest) return;
    if (!from.get(name)) {
      to.authors.push_back(without_references(name));
    } else if (!from.get(list)) {
      for (element one : list) authors(one, to, depth + 1);
    } else if (from.is_object()) {
      author(followed(from), to, depth);
    }
  }

  void author(element from, LinkedData& to, size_t depth) const {
    const std::string type = text_of(from, "@type");
    element name;
    if (from["name"].get(name)) return;
    if (name.is_array()) return authors(name, to, depth + 1);
    auto text = text_of(from, "name");
    if (text.empty()) return;
    const bool body = type.ends_with("Organization") || type.ends_with("organization");
    (body ? to.bodies : to.authors).push_back(std::move(text));
  }

  static void posts(element from, LinkedData& to) {
    array list;
    if (from.get(list)) return;
    for (element one : list) {
      if (to.posts.size() >= most_posts) return;
      Post post;
      const auto moment = moment_of(text_of(one, "datePublished"));
      post.time = moment.time.empty() ? moment.day : moment.time;
      post.title = text_of(one, "headline");
      post.text = text_of(one, "articleBody");
      if (!post.title.empty() || !post.text.empty()) to.posts.push_back(std::move(post));
    }
  }

  std::unordered_map<std::string_view, element> by_id_;
  std::vector<element> found_;
  size_t count_ = 0;
};

}  // namespace

LinkedData linked_data_of(const std::vector<std::string_view>& scripts) {
  std::vector<simdjson::dom::parser> parsers(scripts.size());
  Graph graph;
  for (size_t i = 0; i < scripts.size(); ++i) {
    element data;
    if (!parsers[i].parse(scripts[i].data(), scripts[i].size()).get(data)) {
      graph.add(data);
    } else if (const auto mended = mended_json(scripts[i]); !parsers[i].parse(mended).get(data)) {
      graph.add(data);
    }
  }
  LinkedData to;
  graph.read(to);
  return to;
}

}  // namespace coranto::intake
