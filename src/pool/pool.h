// pool: notes -> stories.
//
// takes  reports with their documents and notes; then those that arrive together at once
// gives  each the id of its story, which reports on one running matter share: the same persons, bodies and places and
//        the same words, within weeks. Who is in one story does not depend on the order of reading. A story keeps its id
//        as others join it; where two turn out to be one, or one to be two, reports move, and are named
// fails  when the table of words is missing or broken
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "coranto/document.h"
#include "coranto/notes.h"
#include "coranto/report.h"
#include "coranto/result.h"

namespace coranto::pool {

// Immutable after opening: one serves all threads.
class Gister {
 public:
  // `data`: the folder with the tables, see data/README.md.
  static Result<Gister> open(const std::string& data);

  Gister(Gister&&) noexcept;
  ~Gister();

  Gist gist_of(const Report& report, const Document& document, const Notes& notes) const;

 private:
  struct Tables;
  explicit Gister(std::unique_ptr<Tables> tables);
  std::unique_ptr<Tables> tables_;
};

// Not thread-safe. Memory grows by some 1 KB a report.
class Pool {
 public:
  Pool();
  ~Pool();
  Pool(Pool&&) noexcept;

  // Sets `story` of reports that arrive together and have their `gist`. A copy is of the story of what it copies, and
  // so is the same text from elsewhere.
  void place(const std::vector<Report*>& reports);

  // A report placed by another Pool. Originals before their copies.
  void remember(Account account);

  // Reports that were placed or remembered earlier and have moved since the last time this was asked.
  std::vector<Move> moved();

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace coranto::pool
