// Who said it, in which words, on whose word.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "coranto/notes.h"
#include "note/actors.h"
#include "note/tree.h"

namespace coranto::note {

// Verbs, nouns and frames that report words: data/statements/.
class CueTables {
 public:
  static Result<CueTables> open(const std::string& data);
  CueTables(CueTables&&) noexcept;
  ~CueTables();
  struct Lists;
  const Lists& lists() const { return *lists_; }

 private:
  explicit CueTables(std::unique_ptr<Lists> lists);
  std::unique_ptr<Lists> lists_;
};

// In text order of their content.
std::vector<Statement> find_statements(const Tree& tree, Cast& cast, const CueTables& tables);

}  // namespace coranto::note
