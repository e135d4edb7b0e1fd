#include "intake/metadata/signs.h"

#include <algorithm>
#include <cctype>

namespace coranto::intake {
namespace {

constexpr size_t longest_line = 300;    // bytes of a short line
constexpr size_t running_words = 25;    // of a line of running text
constexpr size_t longest_author = 120;  // bytes
constexpr size_t most_signs = 1000;     // of each kind
constexpr size_t most_lines = 5000;

bool one_of(std::initializer_list<std::string_view> list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

// Whether a class or id is made of words of which one is in `list`: "article-comments", "postMeta".
bool names_one_of(std::string_view names, std::initializer_list<std::string_view> list) {
  std::string word;
  for (size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
    const bool hump = letter && i && std::isupper(static_cast<unsigned char>(c)) &&
                      std::islower(static_cast<unsigned char>(names[i - 1]));
    if (!letter || hump) {
      if (!word.empty() && one_of(list, word)) return true;
      word.clear();
    }
    if (letter) word += lower(c);
  }
  return false;
}

bool has_name(const Element& element, std::initializer_list<std::string_view> list) {
  return names_one_of(element.attribute("class"), list) || names_one_of(element.attribute("id"), list);
}

bool is_block(std::string_view tag) {
  return one_of(
      {"p",          "div",    "li",  "h1",   "h2",         "h3",   "h4",      "h5",    "h6",   "section", "article",
       "header",     "footer", "br",  "td",   "tr",         "ul",   "ol",      "dl",    "dd",   "dt",      "figure",
       "figcaption", "aside",  "nav", "main", "blockquote", "body", "address", "table", "form", "hr"},
      tag);
}

bool is_silent(std::string_view tag) {
  return one_of({"script", "style", "noscript", "template", "svg", "select", "textarea", "iframe", "option", "button"},
                tag);
}

bool is_aside(const Element& element) {
  return one_of({"nav", "footer", "aside", "form"}, element.tag) ||
         has_name(element,
                  {"comment",  "comments", "related", "footer", "copyright", "sidebar", "recommended", "popular",
                   "trending", "nav",      "navbar",  "menu",   "widget",    "respond", "disqus",      "teaser",
                   "teasers",  "recirc",   "latest",  "more",   "promo",     "ticker",  "calendar"});
}

class Walk {
 public:
  explicit Walk(Signs& signs) : signs_(signs) {}

  void element(const Element& from, bool aside) {
    if (from.tag.empty()) return text(from.text);
    if (from.is("meta")) return meta(from);
    if (from.is("script")) return script(from);
    if (from.is("title") && signs_.title.empty()) signs_.title = from.whole_text();
    if (from.is("html") && signs_.language.empty()) signs_.language = from.attribute("lang");
    if (from.is("link")) link(from);
    if (is_silent(from.tag) || from.is("title")) return;
    const bool off = aside || (!from.is("body") && !from.is("html") && is_aside(from));
    const bool block = is_block(from.tag);
    if (block) flush();
    sign(from, off);
    mark(from, off);
    for (const auto& child : from.children) element(child, off);
    if (block) flush();
  }

  void flush() {
    gap_ = false;
    while (!line_.text.empty() && line_.text.back() == ' ') line_.text.pop_back();
    if (words_ >= running_words) signs_.long_lines.push_back(count_);
    if (words_ > 0) {
      if (line_.text.size() <= longest_line && signs_.lines.size() < most_lines) {
        line_.line = count_;
        signs_.lines.push_back(std::move(line_));
      }
      ++count_;
    }
    line_ = {};
    words_ = 0;
  }

 private:
  void meta(const Element& from) {
    std::string_view name = from.attribute("property");
    if (name.empty()) name = from.attribute("name");
    if (name.empty()) name = from.attribute("itemprop");
    if (name.empty() || signs_.metas.size() >= most_signs) return;
    signs_.metas.push_back({name, std::string(from.attribute("content")), count_});
  }

  void script(const Element& from) {
    if (from.attribute("type").find("ld+json") == std::string_view::npos || from.children.empty()) return;
    if (signs_.scripts.size() < most_signs) signs_.scripts.emplace_back(from.children[0].text);
  }

  void link(const Element& from) {
    if (from.attribute("rel") == "canonical" && signs_.canonical.empty()) signs_.canonical = from.attribute("href");
  }

  void sign(const Element& from, bool off) {
    if (off) return;
    const auto property = from.attribute("itemprop");
    const auto stamp = from.attribute("datetime");
    if (!property.empty() && signs_.props.size() < most_signs && !from.is("body")) {
      std::string value(from.attribute("content"));
      if (value.empty()) value = stamp;
      if (value.empty() && one_of({"author", "name", "datePublished", "dateModified", "headline", "alternativeHeadline",
                                   "publisher", "articleSection"},
                                  property))
        value = from.whole_text();
      signs_.props.push_back({property, std::move(value), count_});
    }
    if (from.is("time") && !stamp.empty() && signs_.times.size() < most_signs)
      signs_.times.push_back({from.attribute("class"), std::string(stamp), count_});
    if (signs_.authors.size() >= most_signs) return;
    const bool link = from.attribute("rel").find("author") != std::string_view::npos;
    if (!link && !(from.is("a") || from.is("span") ? has_name(from, {"author", "byline"}) : false)) return;
    auto name = from.whole_text();
    if (!name.empty() && name.size() <= longest_author) signs_.authors.push_back({{}, std::move(name), count_});
  }

  // What the line that begins here is.
  void mark(const Element& from, bool off) {
    const auto tag = from.tag;
    if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6')
      line_.level = static_cast<size_t>(tag[1] - '0');
    if (has_name(from, {"subtitle", "subheadline", "subheading", "subhead", "dek", "deck", "standfirst", "strapline",
                        "tagline", "sottotitolo", "untertitel"}))
      line_.deck = true;
    line_.aside = off;
  }

  void text(std::string_view text) {
    for (size_t i = 0; i < text.size(); ++i) {
      const bool wide = text.substr(i, 2) == "\xC2\xA0";
      const char c = text[i];
      if (wide || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        gap_ = true;
        i += wide;
        continue;
      }
      if (gap_ || words_ == 0) {
        ++words_;
        if (!line_.text.empty() && line_.text.size() <= longest_line) line_.text += ' ';
      }
      gap_ = false;
      if (line_.text.size() <= longest_line) line_.text += c;
    }
  }

  Signs& signs_;
  ShortLine line_;
  size_t words_ = 0, count_ = 0;
  bool gap_ = false;
};

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::string_view Signs::meta(std::string_view name) const {
  for (const auto& sign : metas) {
    if (!sign.value.empty() && same(sign.name, name)) return sign.value;
  }
  return {};
}

Signs signs_of(const Element& page) {
  Signs signs;
  Walk walk(signs);
  walk.element(page, false);
  walk.flush();
  return signs;
}

}  // namespace coranto::intake
