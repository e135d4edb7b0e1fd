// The stretches of a document's tokens that have a meaning of their own: its sentences and its names.
#pragma once

#include <cstdint>
#include <vector>

#include "coranto/document.h"

namespace coranto::label {

// Tokens [first, end), never empty.
struct Stretch {
  uint32_t first = 0;
  uint32_t end = 0;

  Span span_in(const Document& document) const { return {document[first].span.begin, document[end - 1].span.end}; }
};

// In order. One pass each.
std::vector<Stretch> sentences_of(const Document& document);
std::vector<Stretch> names_of(const Document& document);

}  // namespace coranto::label
