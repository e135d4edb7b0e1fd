// What config.cfg says of a package's components: which there are, and how their networks are built.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coranto/result.h"
#include "label/config.h"

namespace coranto::label {

// How a tok2vec is built.
struct Tok2VecShape {
  uint32_t width = 0, depth = 0, window = 0, pieces = 0;
  std::vector<std::string> attributes;
  std::vector<uint32_t> rows;  // of each attribute's table
  bool word_vectors = false;
};

// How a component is built that decides by transitions.
struct TransitionShape {
  uint32_t hidden = 0, pieces = 0;
  bool upper = false;
};

// Fails with Code::model, naming file and key, unless the pipeline is the one that is run here (tok2vec, tagger, parser,
// attribute ruler, rule lemmatizer, names, in this order; others only where disabled) with the architectures known here.
Result<void> check_architecture(const Config& config, const std::string& path);

// Of the component `name`. Only of a config that check_architecture takes.
Tok2VecShape tok2vec_shape(const Config& config, const std::string& name);
TransitionShape transition_shape(const Config& config, const std::string& name);

// What is different first, in words, with the value of config.cfg and that of the weights; empty where they agree.
std::string difference(const Tok2VecShape& config, const Tok2VecShape& weights);
std::string difference(const TransitionShape& config, const TransitionShape& weights);

}  // namespace coranto::label
