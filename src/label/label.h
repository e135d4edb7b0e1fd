// label: report -> document.
//
// takes  the text of a report
// gives  its document: tokens, tags, tree, sentences, lemmas, names, equal to what spaCy 3.8 gives with the same model
// fails  when the model's package folder is missing, broken or of an unknown version; never on a text
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/document.h"
#include "coranto/result.h"

namespace coranto::label {

// One model in memory. Immutable after opening: one Labeller serves all threads.
class Labeller {
 public:
  // `folder`: a spaCy 3.7 or 3.8 English package folder (the one that holds config.cfg).
  // `precision` of the network's larger products: fp32, or for processors with AMX bf16x3, bf16 or int8, which are faster
  // and differ from spaCy on some tokens (docs/benchmarks.md). Fails with Code::usage where it cannot be had.
  static Result<Labeller> open(const std::string& folder, std::string_view precision = "fp32");

  Labeller(Labeller&&) noexcept;
  ~Labeller();

  // The documents point into `texts` and into this labeller. A batch is faster than its texts one by one and gives
  // exactly the same.
  std::vector<Document> label(std::span<const std::string_view> texts) const;
  Document label(std::string_view text) const;

  // Name and version of the model, "en_core_web_sm 3.8.0".
  const std::string& name() const;

 private:
  struct Parts;
  explicit Labeller(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace coranto::label
