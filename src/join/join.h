// join: articles -> reports.
//
// takes  articles one after the other
// gives  each as a report: with an id from its normalised text, and with copy_of where an earlier article of this run
//        tells the same in the same words (brackets, white space, quotation marks and furniture may differ)
// fails  never
#pragma once

#include <memory>

#include "coranto/report.h"

namespace coranto::join {

// Not thread-safe. Memory grows by some 1 KB an article.
class Joiner {
 public:
  Joiner();
  ~Joiner();
  Report join(Article article);

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace coranto::join
