// Files that tools/spacy_truth.py writes: what spaCy sees and says of texts, token by token.
#pragma once

#include <string>
#include <vector>

#include "label/features.h"

namespace coranto {

struct SpacyTruth {
  struct Token {
    std::string tag, dep, entity;  // entity "-" where ner is O
    uint32_t head = 0;
    bool sentence_start = false;
    char ner = 'O';
  };
  std::vector<std::vector<label::Features>> documents;
  std::vector<std::vector<Token>> tokens;
};

// Empty where the file cannot be read.
SpacyTruth read_spacy_truth(const std::string& path);

}  // namespace coranto
