// note: document -> notes.
//
// takes  a report and its document
// gives  its actors, places, times, statements and events, each tied to the words that prove it
// fails  when a table of data/ is missing or broken; never on a document
#pragma once

#include <memory>
#include <string>

#include "coranto/document.h"
#include "coranto/notes.h"
#include "coranto/report.h"
#include "coranto/result.h"

namespace coranto::note {

// Immutable after opening: one Noter serves all threads.
class Noter {
 public:
  // `data`: the folder with the tables, see data/README.md.
  static Result<Noter> open(const std::string& data);

  Noter(Noter&&) noexcept;
  ~Noter();

  Notes note(const Report& report, const Document& document) const;

 private:
  struct Tables;
  explicit Noter(std::unique_ptr<Tables> tables);
  std::unique_ptr<Tables> tables_;
};

}  // namespace coranto::note
