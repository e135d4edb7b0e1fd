// The network of a spaCy package: tok2vec, tagger, parser, names. Weights in, labels out; knows nothing of words.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "coranto/result.h"
#include "label/features.h"
#include "label/narrow.h"

namespace coranto::label {

// Immutable after opening; thread-safe.
class Network {
 public:
  // `folder`: package folder, the one that holds config.cfg.
  static Result<Network> open(const std::string& folder, Precision precision = Precision::fp32);

  Network(Network&&) noexcept;
  ~Network();

  // One analysis a document, in order; the same whatever else is in the batch.
  std::vector<Analysis> analyse(std::span<const std::vector<Features>> documents) const;

  const std::vector<std::string>& tags() const;
  const std::vector<std::string>& deps() const;  // "ROOT" among them
  const std::vector<std::string>& entities() const;

 private:
  struct Parts;
  explicit Network(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace coranto::label
