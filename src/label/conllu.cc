#include "label/conllu.h"

#include <cstdio>

#include "base/unicode.h"
#include "base/utf8.h"

namespace coranto::label {
namespace {

// Code points at which some reader would end a line.
bool ends_line(char32_t point) {
  return (point >= 0xA && point <= 0xD) || (point >= 0x1C && point <= 0x1E) || point == 0x85 || point == 0x2028 ||
         point == 0x2029;
}

void append_line_end(std::string& out, char32_t point) {
  if (point == '\n' || point == '\r') {
    out += point == '\n' ? "\\n" : "\\r";
    return;
  }
  char escaped[8];
  std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(point));
  out += escaped;
}

void append_in_line(std::string& out, std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const auto [point, size] = utf8::decode(text, at);
    if (ends_line(point))
      append_line_end(out, point);
    else
      out += text.substr(at, size);
    at += size;
  }
}

// White space in one visible piece; other text as it is, which holds no line ends.
void append_escaped(std::string& out, std::string_view text) {
  if (!unicode::all_space(text)) {
    out += text;
    return;
  }
  for (size_t at = 0; at < text.size();) {
    const auto [point, size] = utf8::decode(text, at);
    if (point == ' ' || point == '\t')
      out += point == ' ' ? "\\s" : "\\t";
    else
      append_in_line(out, text.substr(at, size));
    at += size;
  }
}

void append_or_blank(std::string& out, std::string_view text) {
  out += text.empty() ? std::string_view("_") : text;
  out += '\t';
}

// `from`: the first token of the sentence.
void append_token(std::string& out, const Document& document, uint32_t from, uint32_t i, Span points) {
  const Token& token = document[i];
  const bool root = document.is_root(i);
  out += std::to_string(i - from + 1) + '\t';
  append_escaped(out, token.text);
  out += '\t';
  append_escaped(out, token.lemma);
  out += '\t';
  out.append(token.pos).append("\t").append(token.tag).append("\t");
  append_or_blank(out, token.morph);
  out += (root ? "0" : std::to_string(static_cast<int64_t>(token.head) - from + 1)) + '\t';
  out.append(root ? "ROOT" : token.dep).append("\t_\tOffset=");
  out += std::to_string(points.begin) + ':' + std::to_string(points.end) + "|NER=" + token.ner;
  if (token.ner != 'O') out.append("-").append(token.entity);
  out += '\n';
}

}  // namespace

void write_conllu(const Document& document, std::string_view source, const Print& print) {
  Pieces out(print);
  out.text() += "# newdoc id = ";
  append_in_line(out.text(), source);
  out.text() += '\n';
  const utf8::PointMap points(document.text);
  const auto& starts = document.sentences;
  for (size_t s = 0; s < starts.size(); ++s) {
    const uint32_t end = s + 1 < starts.size() ? starts[s + 1] : static_cast<uint32_t>(document.size());
    for (uint32_t i = starts[s]; i < end; ++i)
      append_token(out.text(), document, starts[s], i, points.points(document[i].span));
    out.text() += '\n';
  }
}

std::string conllu(const Document& document, std::string_view source) {
  std::string out;
  write_conllu(document, source, [&](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace coranto::label
