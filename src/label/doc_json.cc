#include "label/doc_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "label/stretches.h"

namespace coranto::label {
namespace {

void append_string(std::string& out, std::string_view text) {
  const auto plain = [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; };
  if (std::all_of(text.begin(), text.end(), plain)) {
    out.append("\"").append(text).append("\"");
  } else {
    out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
}

void append_member(std::string& out, const char* key, std::string_view value) {
  out.append(",\"").append(key).append("\":");
  append_string(out, value);
}

void append_bounds(std::string& out, Span points) {
  out.append("\"start\":").append(std::to_string(points.begin));
  out.append(",\"end\":").append(std::to_string(points.end));
}

void append_token(std::string& out, const Document& document, size_t i, const utf8::PointMap& map) {
  const Token& token = document[i];
  out.append("{\"id\":").append(std::to_string(i)).append(",");
  append_bounds(out, map.points(token.span));
  append_member(out, "tag", token.tag);
  append_member(out, "pos", token.pos);
  append_member(out, "morph", token.morph);
  append_member(out, "lemma", token.lemma);
  append_member(out, "dep", token.dep);
  out.append(",\"head\":").append(std::to_string(token.head)).append("}");
}

void write_entities(Pieces& out, const Document& document, const utf8::PointMap& map) {
  const char* comma = "";
  for (const Stretch& name : names_of(document)) {
    out.text().append(comma).append("{");
    append_bounds(out.text(), map.points(name.span_in(document)));
    append_member(out.text(), "label", document[name.first].entity);
    out.text() += '}';
    comma = ",";
  }
}

void write_sentences(Pieces& out, const Document& document, const utf8::PointMap& map) {
  const char* comma = "";
  for (const Stretch& sentence : sentences_of(document)) {
    out.text().append(comma).append("{");
    append_bounds(out.text(), map.points(sentence.span_in(document)));
    out.text() += '}';
    comma = ",";
  }
}

}  // namespace

void write_json(const Document& document, std::string_view source, const Print& print) {
  const utf8::PointMap map(document.text);
  Pieces out(print);
  out.text() += "{\"source\":";
  append_string(out.text(), source);
  append_member(out.text(), "text", document.text);
  out.text() += ",\"ents\":[";
  write_entities(out, document, map);
  out.text() += "],\"sents\":[";
  write_sentences(out, document, map);
  out.text() += "],\"tokens\":[";
  for (size_t i = 0; i < document.size(); ++i) {
    if (i > 0) out.text() += ',';
    append_token(out.text(), document, i, map);
  }
  out.text() += "]}\n";
}

std::string doc_json(const Document& document, std::string_view source) {
  std::string out;
  write_json(document, source, [&](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace coranto::label
