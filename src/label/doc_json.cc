#include "label/doc_json.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace coranto::label {
namespace {

using Json = nlohmann::ordered_json;

Json token_json(const Document& document, size_t i, const utf8::PointMap& map) {
  const Token& token = document[i];
  const Span span = map.points(token.span);
  return {{"id", i},           {"start", span.begin},  {"end", span.end},      {"tag", token.tag},
          {"pos", token.pos},  {"morph", token.morph}, {"lemma", token.lemma}, {"dep", token.dep},
          {"head", token.head}};
}

Json entities_json(const Document& document, const utf8::PointMap& map) {
  Json out = Json::array();
  for (size_t i = 0; i < document.size(); ++i) {
    if (document[i].ner != 'B' && document[i].ner != 'U') continue;
    size_t last = i;
    while (last + 1 < document.size() && (document[last + 1].ner == 'I' || document[last + 1].ner == 'L')) ++last;
    const Span span = map.points({document[i].span.begin, document[last].span.end});
    out.push_back({{"start", span.begin}, {"end", span.end}, {"label", document[i].entity}});
  }
  return out;
}

Json sentences_json(const Document& document, const utf8::PointMap& map) {
  Json out = Json::array();
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    const size_t end = s + 1 < document.sentences.size() ? document.sentences[s + 1] : document.size();
    const Span span = map.points({document[document.sentences[s]].span.begin, document[end - 1].span.end});
    out.push_back({{"start", span.begin}, {"end", span.end}});
  }
  return out;
}

}  // namespace

std::string doc_json(const Document& document, std::string_view source) {
  const utf8::PointMap map(document.text);
  Json out{{"source", source}, {"text", document.text}};
  out["ents"] = entities_json(document, map);
  out["sents"] = sentences_json(document, map);
  out["tokens"] = Json::array();
  for (size_t i = 0; i < document.size(); ++i) out["tokens"].push_back(token_json(document, i, map));
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace coranto::label
