#include <algorithm>

#include "isolate/day.h"
#include "isolate/paragraphs.h"
#include "isolate/teasers.h"
#include "isolate/zones.h"

namespace coranto::isolate {
namespace {

constexpr size_t most_names = 100;

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" ./|,");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" .,|/") + 1 - begin);
}

// "Jane Roe, John Doe and AFP" -> its three members.
std::vector<std::string> members(std::string_view list) {
  std::vector<std::string> out;
  constexpr std::string_view joints[] = {", and ", ", with ", " and ", " AND ", " with ",
                                         " & ",    ", ",      "; ",    " / ",   "/"};
  while (!list.empty()) {
    size_t end = list.size(), skip = 0;
    for (auto joint : joints) {
      const size_t at = list.find(joint);
      if (at < end) end = at, skip = joint.size();
    }
    if (const auto member = trimmed(list.substr(0, end)); !member.empty()) out.emplace_back(member);
    list.remove_prefix(std::min(end + skip, list.size()));
  }
  return out;
}

void add(std::vector<std::string>& to, std::string name) {
  if (to.size() < most_names && std::find(to.begin(), to.end(), name) == to.end()) to.push_back(std::move(name));
}

void add_agencies(Article& article, std::string_view list, const Tables& tables) {
  for (const auto& member : members(list)) {
    const auto known = tables.agencies.find(lower(member));
    add(article.agencies, known == tables.agencies.end() ? member : known->second);
  }
}

void add_names(Article& article, std::string_view list, const Tables& tables) {
  for (const auto& member : members(list)) {
    if (tables.agencies.contains(lower(member))) {
      add_agencies(article, member, tables);
    } else {
      add(article.byline, member);
    }
  }
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

// "Staff writer" only where nobody is named.
void drop_desks(Article& article, const Tables& tables) {
  const auto is_desk = [&](const std::string& name) { return tables.is("desk", name); };
  if (!std::all_of(article.byline.begin(), article.byline.end(), is_desk)) std::erase_if(article.byline, is_desk);
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

void take(const Piece& piece, Article& article, const Tables& tables) {
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
    article.published = iso_day(piece.day);
    if (!article.published.empty()) article.published_from = DateSource::text;
  }
  if (part != PartKind::byline) return;
  add_names(article, piece.names, tables);
  add_agencies(article, piece.agencies, tables);
}

}  // namespace

std::vector<Article> articles_of(const std::vector<Piece>& pieces, Article article, const Tables& tables) {
  for (const auto& piece : pieces) take(piece, article, tables);
  drop_desks(article, tables);
  if (article.text.empty()) article.kind = ArticleKind::page;
  std::vector<Article> articles = {std::move(article)};
  for (const auto& piece : pieces) {
    if (piece.role == Role::teaser) articles.push_back(teaser_of(articles.front(), piece.text, tables));
  }
  return articles;
}

}  // namespace coranto::isolate
