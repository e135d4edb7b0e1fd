// join: articles -> reports.
//
// takes  articles one after the other
// gives  each as a report: with an id from its normalised text, and with copy_of where an earlier article, of this
//        run or remembered, tells the same in the same words (brackets, white space, quotation marks and furniture
//        may differ). Which of two is the copy depends on which came first; whether they are copies and what they
//        are called does not
// fails  never
#pragma once

#include <memory>

#include "coranto/report.h"

namespace coranto::join {

// What an article is called, and the sketch by which its copies are found. Follows from its text alone; where that is
// empty, from its source.
struct Signature {
  std::string id;
  Sketch sketch;
};
Signature signature_of(const Article& article);

// Not thread-safe. Memory grows by some 1 KB an article.
class Joiner {
 public:
  Joiner();
  ~Joiner();
  // The same text from the same source is the same report: it gets what it got the first time.
  Report join(Article article);

  // A report joined by another Joiner.
  void remember(const Trace& trace);

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace coranto::join
