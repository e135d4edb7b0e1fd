// An article stands in the middle of its page: above it headline, labels and credits, below it lists and the
// beginnings of other stories. Three passes: each paragraph by its own form, then the zones by their place, then the
// article and its teasers are put together. What is in doubt stays in the text.
#include "isolate/isolate.h"

#include "isolate/imprint.h"
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
  for (Article& article : articles_of(zones_of(page, *tables_), begun(page, *tables_), *tables_)) {
    for (Article& portion : portions_of(std::move(article))) articles.push_back(std::move(portion));
  }
  return articles;
}

std::vector<Verdict> Isolator::explain(const Page& page) const {
  std::vector<Verdict> verdicts;
  if (page.isolated) return verdicts;
  for (Piece& piece : zones_of(page, *tables_)) verdicts.push_back(verdict_on(std::move(piece)));
  return verdicts;
}

}  // namespace coranto::isolate
