#include "intake/outline.h"

#include <algorithm>
#include <cctype>

namespace coranto::intake {
namespace {

template <size_t size>
bool one_of(const char* const (&list)[size], std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

constexpr const char* blocks[] = {
    "address", "article", "aside", "blockquote", "body",     "caption",    "center",  "dd",      "details",
    "dialog",  "div",     "dl",    "dt",         "fieldset", "figcaption", "figure",  "footer",  "form",
    "h1",      "h2",      "h3",    "h4",         "h5",       "h6",         "header",  "hr",      "html",
    "li",      "main",    "nav",   "ol",         "p",        "pre",        "section", "summary", "table",
    "tbody",   "td",      "tfoot", "th",         "thead",    "tr",         "ul",      "video",   "picture"};

// Never text that a reader sees in the page.
constexpr const char* silent[] = {"script", "style",  "noscript", "template", "head",  "svg",     "iframe", "object",
                                  "canvas", "select", "textarea", "button",   "audio", "video",   "math",   "datalist",
                                  "input",  "label",  "option",   "embed",    "meter", "progress"};

constexpr const char* outside[] = {"nav", "aside", "footer", "form", "dialog", "menu", "figure", "figcaption"};

constexpr const char* outside_roles[] = {"navigation", "banner", "contentinfo", "complementary", "search",
                                         "dialog",     "menu",   "menubar",     "form",          "alert"};

// Words that classes and ids of boxes around an article's text are made of.
constexpr const char* outside_names[] = {
    "comment",    "comments",     "sidebar",         "related",       "share",        "sharing",  "social",
    "promo",      "newsletter",   "footer",          "menu",          "nav",          "navbar",   "navigation",
    "breadcrumb", "breadcrumbs",  "cookie",          "cookies",       "popup",        "modal",    "overlay",
    "subscribe",  "subscription", "advert",          "advertisement", "ad",           "ads",      "sponsor",
    "sponsored",  "recommended",  "recommendations", "recirc",        "popular",      "trending", "outbrain",
    "taboola",    "disqus",       "pagination",      "pager",         "byline",       "author",   "authors",
    "bio",        "tags",         "taglist",         "widget",        "toolbar",      "tools",    "login",
    "signup",     "paywall",      "caption",         "credit",        "hidden",       "teaser",   "teasers",
    "readmore",   "masthead",     "topbar",          "skip",          "print",        "meta",     "rating",
    "dateline",   "timestamp",    "pubdate",         "gallery",       "slideshow",    "carousel", "copyright",
    "disclaimer", "consent",      "dropdown",        "tooltip",       "screenreader", "sr",       "infobox",
    "toc",        "reply",        "replies",         "respond"};

bool holds_name(std::string_view names) {
  std::string word;
  for (size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool letter = std::isalpha(static_cast<unsigned char>(c));
    const bool hump = letter && std::isupper(static_cast<unsigned char>(c)) && !word.empty() &&
                      std::islower(static_cast<unsigned char>(names[i - 1]));
    if (!letter || hump) {
      if (one_of(outside_names, word)) return true;
      word.clear();
    }
    if (letter) word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return false;
}

bool is_hidden(const Element& element) {
  if (element.attributes.contains("hidden") || element.attribute("aria-hidden") == "true") return true;
  std::string style(element.attribute("style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos;
}

bool is_outside(const Element& element) {
  return one_of(outside, element.tag) || is_hidden(element) || one_of(outside_roles, element.attribute("role")) ||
         holds_name(element.attribute("class")) || holds_name(element.attribute("id"));
}

class Walk {
 public:
  explicit Walk(Outline& out) : out_(out) {}

  void element(const Element& from, uint32_t box, bool linked) {
    if (from.tag.empty()) return text(from.text, linked);
    if (one_of(silent, from.tag)) return;
    if (from.is("br")) return flush(box);
    const bool block = one_of(blocks, from.tag);
    const bool off = is_outside(from) && from.tag != "body" && from.tag != "html";
    if (block || off) {
      flush(box);
      out_.boxes.push_back({&from, box, off});
      const auto inner = static_cast<uint32_t>(out_.boxes.size() - 1);
      children(from, inner, linked);
      flush(inner);
    } else {
      children(from, box, linked);
    }
  }

 private:
  void children(const Element& from, uint32_t box, bool linked) {
    for (const auto& child : from.children) element(child, box, linked || from.is("a"));
  }

  void text(std::string_view text, bool linked) {
    for (size_t i = 0; i < text.size(); ++i) {
      const bool nbsp = text.substr(i).starts_with("\xC2\xA0");
      const char c = nbsp ? ' ' : text[i];
      i += nbsp;
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        gap_ = true;
        continue;
      }
      if (line_.text.empty() || gap_) begin_word(linked);
      gap_ = false;
      line_.text += c;
    }
  }

  void begin_word(bool linked) {
    if (!line_.text.empty()) line_.text += ' ';
    ++line_.words;
    line_.linked += linked;
  }

  void flush(uint32_t box) {
    gap_ = false;
    if (line_.text.empty()) return;
    line_.box = box;
    out_.lines.push_back(std::move(line_));
    line_ = {};
  }

  Outline& out_;
  Line line_;
  bool gap_ = false;
};

}  // namespace

Outline outline_of(const Element& page) {
  Outline out;
  out.boxes.push_back({&page, 0, false});
  Walk walk(out);
  for (const auto& child : page.children) walk.element(child, 0, false);
  return out;
}

}  // namespace coranto::intake
