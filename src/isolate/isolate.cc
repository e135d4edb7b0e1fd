#include "isolate/isolate.h"

namespace coranto::isolate {

struct Isolator::Tables {};

Isolator::Isolator(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Isolator::Isolator(Isolator&&) noexcept = default;
Isolator::~Isolator() = default;

Result<Isolator> Isolator::open(const std::string&) { return Isolator(std::make_unique<Tables>()); }

std::vector<Article> Isolator::isolate(const Page& page) const {
  Article article;
  article.source = page.source;
  article.text = page.text;
  article.published = page.published;
  article.published_from = page.published_from;
  return {article};
}

}  // namespace coranto::isolate
