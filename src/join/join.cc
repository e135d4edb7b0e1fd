#include "join/join.h"

namespace coranto::join {

struct Joiner::Memory {};

Joiner::Joiner() : memory_(std::make_unique<Memory>()) {}
Joiner::~Joiner() = default;

Report Joiner::join(Article article) {
  Report report;
  report.article = std::move(article);
  return report;
}

}  // namespace coranto::join
