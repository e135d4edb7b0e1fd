// A document as CoNLL-U.
#pragma once

#include <string>
#include <string_view>

#include "coranto/document.h"
#include "label/print.h"

namespace coranto::label {

// whole: what `coranto parse` prints. lines: without the comments before each sentence and without SpaceAfter, the way
// tools/spacy_conllu.py writes spaCy's: the two can be compared line by line.
enum class Conllu { whole, lines };

// "# newdoc id = `source`", then one block a sentence with an empty line after it, before it sent_id (`source` and a
// number, with "_" for what a sent_id may not hold) and its text. XPOS is the Penn tag; a root has the model's own
// relation, "ROOT"; MISC holds the token's code points in the text, its name label (BILUO) and SpaceAfter=No. Every token
// is one line: a form or lemma that is white space (UPOS SPACE) has "\s", "\t", "\n", "\r" in place of space, tab and line
// ends, and "\u2028" and the like in place of whatever else ends a line. Other forms are written as they are. The text
// of a sentence is its forms as written, with a space where one follows; in `source`, what ends a line is so written.
void write_conllu(const Document& document, std::string_view source, const Print& print, Conllu extent = Conllu::whole);
std::string conllu(const Document& document, std::string_view source, Conllu extent = Conllu::whole);

}  // namespace coranto::label
