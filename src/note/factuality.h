// How sure a reader can be that an act is so: a number for each word that names one, by a walk up the tree through all
// that embeds it (data/events/embedding.tsv).
//
// Each word starts at +3. Its auxiliaries, adverbs and negations weigh that first; then the word above that embeds it
// does, whose row holds for how sure that word itself is: between its columns "affirmed" and "negated" the walk takes
// the mean by certainty. "may have managed to leave" is possible since managing is; "did not know that they left" is a
// fact still. The signatures follow Karttunen's implicatives and Nairn, Condoravdi and Karttunen's polarity signatures.
#pragma once

#include <memory>
#include <string>

#include "coranto/result.h"
#include "note/tree.h"

namespace coranto::note {

struct Factuality {
  double sure = 3;    // -3 certainly not so ... 0 nothing is said ... +3 certainly so; of the future too
  bool open = false;  // it lies ahead, or is wished, planned, allowed, asked: it has not happened as far as is said
};

// -3 certainly has not happened ... +3 certainly has; -1.5 for what lies ahead or is but wished, however sure it is.
double happened(const Factuality& factuality);

class EmbeddingTable {
 public:
  // Reads embedding.tsv of `folder`. Fails with file and line on an unknown kind, a number outside -3 to 3, or a link of
  // a word that another row has.
  static Result<EmbeddingTable> open(const std::string& folder);
  EmbeddingTable(EmbeddingTable&&) noexcept;
  EmbeddingTable& operator=(EmbeddingTable&&) noexcept;
  ~EmbeddingTable();

  // Of the act that the word `act` names. Cost: the depth of the tree, at most 40 steps.
  Factuality factuality(const Tree& tree, Index act) const;

  struct Rows;

 private:
  explicit EmbeddingTable(std::unique_ptr<Rows> rows);
  std::unique_ptr<Rows> rows_;
};

}  // namespace coranto::note
