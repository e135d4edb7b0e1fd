#include "isolate/imprint.h"

#include "isolate/authors.h"

namespace coranto::isolate {
namespace {

constexpr size_t longest_byline = 160;  // bytes

// A stamp that tells a later change counts only where no other is there.
void find_day(Article& article, const Page& page, const Tables& tables) {
  for (const auto& line : page.beside) {
    const auto stamp = tables.stamps.stamp_in(line, page.imprint.language);
    if (stamp.day.empty() || (stamp.update && !article.published.empty())) continue;
    article.published = stamp.day;
    article.published_from = DateSource::text;
    if (!stamp.update) return;
  }
}

void find_author(Article& article, const Page& page, const Tables& tables) {
  for (const auto& line : page.beside) {
    if (line.size() > longest_byline) continue;
    for (const auto& known : tables.lines) {
      if (known.form != Form::byline) continue;
      const auto match = known.pattern.find(line);
      if (!match || match->names.empty()) continue;
      add_stated_names(article, {std::string(match->names.of(line))}, tables);
      if (!article.byline.empty()) return;
    }
  }
}

}  // namespace

Article begun(const Page& page, const Tables& tables) {
  Article article;
  article.source = page.source;
  article.title = page.title;
  article.imprint = page.imprint;
  article.published = page.published;
  article.published_from = page.published_from;
  add_stated_names(article, page.byline, tables);
  if (article.published.empty()) find_day(article, page, tables);
  if (article.byline.empty()) find_author(article, page, tables);
  return article;
}

}  // namespace coranto::isolate
