// Any bytes through the C API: what is no UTF-8 is refused, all else is labelled; spans tile the text in bytes and in
// code points; a batch gives what its texts give one by one.
#include "base/utf8.h"
#include "coranto/c.h"
#include "rooted.h"
#include "scratch.h"

using namespace coranto;

namespace {

std::string_view view(coranto_string string) { return {string.data, string.size}; }

void check_spans(const coranto_document* document, std::string_view text) {
  size_t bytes = 0, points = 0;
  coranto_token token;
  for (size_t i = 0; coranto_token_at(document, i, &token, sizeof token) == CORANTO_OK; ++i) {
    fuzz::require(token.begin == bytes && token.point_begin == points, "a token out of its place");
    fuzz::require(view(token.text) == text.substr(token.begin, token.end - token.begin), "a token of other bytes");
    points += utf8::count_points(view(token.text)) + token.whitespace.size;
    bytes += token.text.size + token.whitespace.size;
    fuzz::require(token.head < coranto_token_count(document), "a head beyond the end");
    fuzz::require((token.entity_iob == 'O') == (token.entity_type.size == 0), "a name without a type");
  }
  fuzz::require(bytes == text.size(), "tokens that do not make up the text");
}

void check_stretches(const coranto_document* document) {
  size_t next = 0;
  coranto_sentence sentence;
  for (size_t i = 0; coranto_sentence_at(document, i, &sentence, sizeof sentence) == CORANTO_OK; ++i) {
    fuzz::require(sentence.first_token == next && sentence.end_token > next, "sentences that do not tile the tokens");
    next = sentence.end_token;
  }
  fuzz::require(next == coranto_token_count(document), "tokens without a sentence");
  coranto_entity entity;
  for (size_t i = 0; coranto_entity_at(document, i, &entity, sizeof entity) == CORANTO_OK; ++i)
    fuzz::require(entity.first_token < entity.end_token && entity.end_token <= next, "an entity beyond the tokens");
}

void require_same(const coranto_document* a, const coranto_document* b) {
  fuzz::require(coranto_token_count(a) == coranto_token_count(b), "a batch with other tokens");
  coranto_token x, y;
  for (size_t i = 0; i < coranto_token_count(a); ++i) {
    coranto_token_at(a, i, &x, sizeof x);
    coranto_token_at(b, i, &y, sizeof y);
    fuzz::require(x.begin == y.begin && x.head == y.head && view(x.dep) == view(y.dep) && view(x.tag) == view(y.tag) &&
                      view(x.entity_type) == view(y.entity_type) && view(x.lemma) == view(y.lemma),
                  "a batch that says something else");
  }
}

void check_batch(const coranto_model* model, std::string_view text, const coranto_document* whole) {
  const coranto_string texts[] = {{text.data(), text.size()}, {nullptr, 0}, {text.data(), text.size()}};
  coranto_document* documents[3];
  const auto code = coranto_parse_batch(model, texts, 3, nullptr, documents, nullptr);
  fuzz::require((code == CORANTO_OK) == (whole != nullptr), "a batch that fails otherwise");
  for (size_t i : {0, 2}) require_same(documents[i], whole);
  for (coranto_document* document : documents) coranto_document_free(document);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  static coranto_model* const model = coranto_open(rooted("/.deps/en_core_web_sm").c_str(), nullptr);
  if (!model) return 0;  // no model here: run tools/setup.sh
  const std::string_view text = fuzz::text_of(bytes, size);
  coranto_error* error = nullptr;
  coranto_document* document = coranto_parse(model, text.data(), text.size(), &error);
  const bool valid = utf8::first_invalid(text) == std::string::npos;
  fuzz::require((document != nullptr) == valid && coranto_error_code(error) == (valid ? CORANTO_OK : CORANTO_ENCODING),
                "a text refused or taken without reason");
  if (document) check_spans(document, text), check_stretches(document);
  check_batch(model, text, document);
  coranto_document_free(document);
  coranto_error_free(error);
  return 0;
}
