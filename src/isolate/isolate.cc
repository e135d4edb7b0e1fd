// An article stands in the middle of its page: above it headline, labels and credits, below it lists and the
// beginnings of other stories. Three passes: each paragraph by its own form, then the zones by their place, then the
// article and its teasers are put together. What is in doubt stays in the text. An index page has no article: its entries
// are read from the layout.
#include "isolate/isolate.h"

#include "isolate/imprint.h"
#include "isolate/index.h"
#include "isolate/kind.h"
#include "isolate/portions.h"
#include "isolate/tables.h"
#include "isolate/zones.h"

namespace coranto::isolate {
namespace {

Article whole(const Page& page, const Tables& tables) {
  Article article = begun(page, tables);
  article.text = page.text;
  return article;
}

// What calls itself a story is no index, however many others it names.
std::vector<IndexEntry> entries_of(const Page& page) {
  const PageKind said = page.imprint.kind;
  if (said != PageKind::unknown && said != PageKind::index) return {};
  return index_of(page);
}

// An index has no author and no day, though its entries name them.
std::vector<Article> index_articles(const Page& page, const std::vector<IndexEntry>& entries) {
  std::vector<Article> articles(1);
  articles[0].source = page.source;
  articles[0].kind = ArticleKind::page;
  articles[0].title = page.title;
  articles[0].imprint = page.imprint;
  articles[0].imprint.kind = PageKind::index;
  for (const auto& [title, text] : entries) {
    Article teaser;
    teaser.source = page.source;
    teaser.kind = ArticleKind::teaser;
    teaser.title = title;
    teaser.text = text.empty() ? title : text;
    articles[0].parts.push_back({PartKind::teaser, teaser.text});
    articles.push_back(std::move(teaser));
  }
  return articles;
}

std::vector<Article> story(const Page& page, const Tables& tables) {
  auto pieces = zones_of(page, tables);
  auto articles = articles_of(pieces, begun(page, tables), tables);
  const PageKind kind = kind_of(page, articles.front(), pieces, tables);
  if (kind == PageKind::stub && cut_signs(pieces, tables)) articles = articles_of(pieces, begun(page, tables), tables);
  Article& article = articles.front();
  article.imprint.kind = kind;
  if (kind == PageKind::live && article.imprint.posts.empty()) article.imprint.posts = posts_of(article, pieces);
  return articles;
}

Verdict verdict_on(Piece piece) {
  Verdict verdict;
  if (piece.role != Role::body) verdict.part = piece.role == Role::teaser ? PartKind::teaser : piece.part;
  verdict.reason = piece.row ? "forms.tsv:" + std::to_string(piece.row) : piece.step;
  verdict.text = std::move(piece.text);
  return verdict;
}

}  // namespace

Isolator::Isolator(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Isolator::Isolator(Isolator&&) noexcept = default;
Isolator::~Isolator() = default;

Result<Isolator> Isolator::open(const std::string& data) {
  auto tables = read_tables(data + "/isolate");
  if (!tables) return tables.error();
  return Isolator(std::make_unique<Tables>(std::move(*tables)));
}

std::vector<Article> Isolator::isolate(const Page& page) const {
  if (page.isolated) return portions_of(whole(page, *tables_));
  std::vector<Article> articles;
  const auto entries = entries_of(page);
  for (Article& article : entries.empty() ? story(page, *tables_) : index_articles(page, entries)) {
    for (Article& portion : portions_of(std::move(article))) articles.push_back(std::move(portion));
  }
  return articles;
}

std::vector<Verdict> Isolator::explain(const Page& page) const {
  std::vector<Verdict> verdicts;
  if (page.isolated) return verdicts;
  if (const auto entries = entries_of(page); !entries.empty()) {
    for (const auto& [title, text] : entries)
      verdicts.push_back({title + (text.empty() ? "" : " " + text), PartKind::teaser, "index"});
    return verdicts;
  }
  for (Piece& piece : zones_of(page, *tables_)) verdicts.push_back(verdict_on(std::move(piece)));
  return verdicts;
}

}  // namespace coranto::isolate
