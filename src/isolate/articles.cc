#include "isolate/authors.h"
#include "isolate/teasers.h"
#include "isolate/zones.h"

namespace coranto::isolate {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" ./|,");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" .,|/") + 1 - begin);
}

void add_dateline(Article& article, const std::string& paragraph, const Tables& tables) {
  for (const auto& known : tables.datelines) {
    const auto match = known.pattern.find(paragraph);
    if (!match) continue;
    article.parts.push_back({PartKind::dateline, std::string(trimmed(match->whole.of(paragraph)))});
    if (!match->agencies.empty()) add_agencies(article, match->agencies.of(paragraph), tables);
    return;
  }
}

Article teaser_of(const Article& article, const std::string& paragraph, const Tables& tables) {
  const auto [kicker, text] = parted(paragraph, tables);
  Article teaser;
  teaser.source = article.source;
  teaser.kind = ArticleKind::teaser;
  teaser.title = kicker;
  teaser.text = text;
  return teaser;
}

void take(const Piece& piece, bool stated, Article& article, const Tables& tables) {
  if (piece.role == Role::body) {
    if (article.text.empty()) add_dateline(article, piece.text, tables);
    if (!article.text.empty()) article.text += "\n\n";
    article.text += piece.text;
    return;
  }
  const PartKind part = piece.role == Role::teaser ? PartKind::teaser : piece.part;
  article.parts.push_back({part, piece.text});
  if (part == PartKind::title && article.title.empty()) article.title = piece.text;
  if (article.published.empty() && !piece.day.empty()) {
    article.published = tables.stamps.day_in(piece.day, article.imprint.language);
    if (!article.published.empty()) article.published_from = DateSource::text;
  }
  if (part != PartKind::byline) return;
  if (article.byline.empty() || !stated) add_names(article, piece.names, tables);
  add_agencies(article, piece.agencies, tables);
}

}  // namespace

std::vector<Article> articles_of(const std::vector<Piece>& pieces, Article article, const Tables& tables) {
  const bool stated = !article.byline.empty();
  for (const auto& piece : pieces) take(piece, stated, article, tables);
  drop_desks(article, tables);
  if (article.text.empty()) article.kind = ArticleKind::page;
  std::vector<Article> articles = {std::move(article)};
  for (const auto& piece : pieces) {
    if (piece.role == Role::teaser) articles.push_back(teaser_of(articles.front(), piece.text, tables));
  }
  return articles;
}

}  // namespace coranto::isolate
