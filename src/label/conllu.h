// A document as CoNLL-U, the way tools/spacy_conllu.py writes spaCy's: the two can be compared line by line.
#pragma once

#include <string>
#include <string_view>

#include "coranto/document.h"
#include "label/print.h"

namespace coranto::label {

// "# newdoc id = `source`", then one block a sentence, each with an empty line after it. XPOS is the Penn tag, MISC
// holds the token's code points in the text and its name label (BILUO). Every token is one line: a form or lemma that is
// white space (UPOS SPACE) has "\s", "\t", "\n", "\r" in place of space, tab and line ends, and "\u2028" and the like in
// place of whatever else ends a line. Other forms are written as they are. In `source`, what ends a line is so written.
void write_conllu(const Document& document, std::string_view source, const Print& print);
std::string conllu(const Document& document, std::string_view source);

}  // namespace coranto::label
