// Reads the CoNLL-U that `coranto parse` and tools/spacy_conllu.py write back into documents.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "coranto/document.h"

namespace coranto::tests {

// A document with the strings it points into.
struct Stored {
  std::string text;
  Document document;
};

// The document of one text from its CoNLL-U lines (one `newdoc`). Offsets in MISC are code points of `text`.
std::unique_ptr<Stored> read_conllu(const std::string& conllu_path, const std::string& text_path);

}  // namespace coranto::tests
