// Stretches of a document that may name a place, with all that the gazetteer knows under their words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coranto/document.h"
#include "note/gazetteer.h"

namespace coranto::note {

struct PlaceMention {
  uint32_t begin = 0, end = 0;  // tokens
  std::string text;             // its words, with single blanks and straight apostrophes
  bool named = false;           // the names component holds it for a place
  std::vector<Sense> senses;    // tables first, then cities, the most populous first
};

// In text order, without overlaps: names that the names component holds for places, words that the tables know, and
// capitalised phrases behind "in", "near" or before ", Country" that are cities.
std::vector<PlaceMention> find_mentions(const Document& document, const Gazetteer& gazetteer);

}  // namespace coranto::note
