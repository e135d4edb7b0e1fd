// join: articles -> reports.
//
// takes  articles, those that arrive together at once
// gives  each as a report: with an id from its normalised text, and with copy_of where an article of the same batch or
//        an earlier one, of this run or remembered, is the same report in whole or in most: reformatted, misread, cut,
//        with another lead, with paragraphs taken out or added. Reports that only share furniture, or of which one took
//        in some paragraphs of the other, or forms filled in with other numbers, are none. In a batch the order makes
//        no difference to who is joined with whom, unless more share a run of words than key_index.h lists; the first
//        of those joined is the one that the others are copies of. Passages that it shares with a report that it is not
//        joined with are its reuses
// fails  never
#pragma once

#include <memory>

#include "coranto/report.h"

namespace coranto::join {

// What an article is called, and its wording, by which its copies are found. Follows from its text alone; where that is
// empty, from its source.
struct Signature {
  std::string id;
  Wording wording;
};
Signature signature_of(const Article& article);

// So many articles together are a batch worth judging at once.
inline constexpr size_t batch_articles = 2048;

// Not thread-safe. Memory grows by some 2 KB an article.
class Joiner {
 public:
  Joiner();
  ~Joiner();

  // In their order. The same text from the same source is the same report: it gets what it got the first time.
  std::vector<Report> join(std::vector<Article> articles);
  Report join(Article article);

  // Of memory, by which copies are recognised.
  size_t bytes() const;

  // A report joined by another Joiner. Originals before their copies.
  void remember(const Trace& trace);

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace coranto::join
