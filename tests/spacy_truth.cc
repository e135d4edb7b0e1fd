#include "spacy_truth.h"

#include <fstream>
#include <sstream>

namespace coranto {

SpacyTruth read_spacy_truth(const std::string& path) {
  SpacyTruth truth;
  std::ifstream file(path);
  bool open = false;
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) {
      if (!open) truth.documents.emplace_back(), truth.tokens.emplace_back();
      open = false;
      continue;
    }
    if (!open) truth.documents.emplace_back(), truth.tokens.emplace_back();
    open = true;
    std::istringstream in(line);
    label::Features f;
    SpacyTruth::Token t;
    in >> f.norm >> f.prefix >> f.suffix >> f.shape >> f.orth >> f.space_after >> f.is_space;
    in >> t.tag >> t.head >> t.dep >> t.sentence_start >> t.ner >> t.entity;
    truth.documents.back().push_back(f);
    truth.tokens.back().push_back(t);
  }
  return truth;
}

}  // namespace coranto
