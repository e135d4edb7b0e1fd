// Any bytes are labelled: the tokens, in order, make up the text, and the tree stays within it.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "label/label.h"

namespace {

using coranto::Document;
using coranto::label::Labeller;

bool makes_up(const Document& document, std::string_view text) {
  std::string joined;
  for (const auto& token : document.tokens) joined.append(token.text).append(token.space_after ? " " : "");
  return joined == text;
}

bool is_sound(const Document& document) {
  for (size_t i = 0; i < document.size(); ++i) {
    const auto& token = document[i];
    if (token.head >= document.size() || token.left_edge > i || token.right_edge < i) return false;
    if ((token.ner == 'O') != token.entity.empty() || token.pos.empty() || token.tag.empty()) return false;
  }
  return document.sentences.empty() == document.tokens.empty();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  static const auto labeller = Labeller::open(CORANTO_ROOT "/.deps/en_core_web_sm");
  if (!labeller) return 0;  // no model here: run tools/setup.sh
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const Document document = labeller->label(text);
  if (!makes_up(document, text) || !is_sound(document)) std::abort();
  return 0;
}
