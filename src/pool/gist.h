// The gist of a report, from its document and notes.
//
// Names are proper nouns that are no part of a place's name, as single words, so that "Garrett" is found in "Myles
// Garrett"; words are the lemmas of nouns, verbs and adjectives. A term counts the more the rarer it is in English, the
// more often the report has it (by the logarithm), if it stands near the beginning, and if the title has it.
#pragma once

#include "coranto/document.h"
#include "coranto/gist.h"
#include "coranto/notes.h"
#include "coranto/report.h"
#include "pool/word_weights.h"

namespace coranto::pool {

Gist gist_of(const Report& report, const Document& document, const Notes& notes, const WordWeights& weights);

}  // namespace coranto::pool
