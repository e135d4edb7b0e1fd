// Any bytes are labelled: the tokens, in order, make up the text, and the tree stays within it.
#include "base/utf8.h"
#include "label/label.h"
#include "rooted.h"
#include "scratch.h"

using namespace coranto;

namespace {

void check_tokens(const Document& document, std::string_view text) {
  std::string joined;
  for (const Token& token : document.tokens) {
    fuzz::require(token.span.begin == joined.size(), "a token out of its place");
    joined.append(token.text).append(token.space_after ? " " : "");
  }
  fuzz::require(joined == text, "tokens that do not make up the text");
}

void check_borders(const Document& document, std::string_view text) {
  if (utf8::first_invalid(text) != std::string::npos) return;
  for (const Token& token : document.tokens) {
    fuzz::require(utf8::first_invalid(token.text) == std::string::npos, "a token that cuts a code point");
    fuzz::require(utf8::first_invalid(token.lemma) == std::string::npos, "a lemma that is no UTF-8");
  }
}

void check_labels(const Document& document) {
  for (size_t i = 0; i < document.size(); ++i) {
    const Token& token = document[i];
    fuzz::require(token.head < document.size(), "a head beyond the end");
    fuzz::require(token.left_edge <= i && token.right_edge >= i && token.right_edge < document.size(), "a broken edge");
    fuzz::require((token.ner == 'O') == token.entity.empty(), "a name without a kind");
    fuzz::require(!token.pos.empty() && !token.tag.empty() && !token.dep.empty(), "a token without a label");
  }
}

void check_sentences(const Document& document) {
  fuzz::require(document.sentences.empty() == document.tokens.empty(), "tokens without a sentence");
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    const uint32_t first = document.sentences[s];
    fuzz::require(s == 0 ? first == 0 : first > document.sentences[s - 1], "sentences that do not ascend");
    fuzz::require(first < document.size() && document[first].sentence_start, "a sentence that does not start");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  static const auto labeller = label::Labeller::open(rooted("/.deps/en_core_web_sm"));
  if (!labeller) return 0;  // no model here: run tools/setup.sh
  const std::string_view text = fuzz::text_of(bytes, size);
  const Document document = labeller->label(text);
  check_tokens(document, text);
  check_borders(document, text);
  check_labels(document);
  check_sentences(document);
  return 0;
}
