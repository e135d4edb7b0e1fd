// A document as spaCy's Doc.to_json writes it; `Doc.from_json` reads it back.
#pragma once

#include <string>
#include <string_view>

#include "coranto/document.h"
#include "label/print.h"

namespace coranto::label {

// One line of JSON with its line end. `source` is added as a key of its own. Offsets are code points.
void write_json(const Document& document, std::string_view source, const Print& print);
std::string doc_json(const Document& document, std::string_view source);

}  // namespace coranto::label
