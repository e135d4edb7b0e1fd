// A document as CoNLL-U, the way tools/spacy_conllu.py writes spaCy's: the two can be compared line by line.
#pragma once

#include <string>
#include <string_view>

#include "coranto/document.h"

namespace coranto::label {

// "# newdoc id = `source`", then one block a sentence, each with an empty line after it. XPOS is the Penn tag, MISC
// holds the token's code points in the text and its name label (BILUO). White space tokens are lines as well; a form
// or lemma that is white space has "\s", "\n", "\t" in place of space, line end and tab.
std::string conllu(const Document& document, std::string_view source);

}  // namespace coranto::label
