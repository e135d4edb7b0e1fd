#include "label/stretches.h"

namespace coranto::label {

std::vector<Stretch> sentences_of(const Document& document) {
  std::vector<Stretch> out;
  for (const uint32_t first : document.sentences) {
    if (!out.empty()) out.back().end = first;
    out.push_back({first, static_cast<uint32_t>(document.size())});
  }
  return out;
}

std::vector<Stretch> names_of(const Document& document) {
  std::vector<Stretch> out;
  for (uint32_t i = 0; i < document.size(); ++i) {
    const char mark = document[i].ner;
    if (mark == 'B' || mark == 'U') out.push_back({i, i + 1});
    if ((mark == 'I' || mark == 'L') && !out.empty()) out.back().end = i + 1;
  }
  return out;
}

}  // namespace coranto::label
