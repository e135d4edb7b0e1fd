#include "article_html.h"

#include <algorithm>

#include "record/names.h"

namespace coranto::programs {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

void add_meta(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += "<meta itemprop=\"" + std::string(name) + "\" content=\"" + escaped(value) + "\">\n";
}

void add_element(std::string& out, const std::string& tag, std::string_view text) {
  if (!text.empty()) out += "<" + tag + ">" + escaped(text) + "</" + tag + ">\n";
}

void add_paragraphs(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const size_t end = std::min(text.find("\n\n"), text.size());
    add_element(out, "p", text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
}

}  // namespace

std::string html_of(const Article& article) {
  std::string out = "<article data-kind=\"";
  out += record::word_of(record::article_kinds, article.kind);
  out += "\" data-source=\"" + escaped(article.source) + "\">\n";
  const Imprint& imprint = article.imprint;
  add_meta(out, "datePublished", imprint.published_at.empty() ? article.published : imprint.published_at);
  add_meta(out, "dateModified", imprint.updated);
  add_meta(out, "publisher", imprint.publisher);
  add_meta(out, "articleSection", imprint.section);
  add_meta(out, "url", imprint.url);
  add_meta(out, "inLanguage", imprint.language);
  for (const auto& name : article.byline) add_meta(out, "author", name);
  for (const auto& name : article.agencies) add_meta(out, "sourceOrganization", name);
  add_element(out, "h1", article.title);
  add_element(out, "h2", imprint.subtitle);
  add_paragraphs(out, article.text);
  for (const Part& part : article.parts) {
    if (part.kind == PartKind::caption) add_element(out, "figcaption", part.text);
  }
  return out + "</article>\n";
}

}  // namespace coranto::programs
