#include "label/conllu.h"

#include "base/utf8.h"
#include "label/one_line.h"
#include "label/stretches.h"

namespace coranto::label {
namespace {

void append_or_blank(std::string& out, std::string_view text) {
  out += text.empty() ? std::string_view("_") : text;
  out += '\t';
}

// What a sentence is called: its text's source, without what a sentence's name may not hold, and its number.
void append_id(std::string& out, std::string_view source, size_t number) {
  std::string line;
  append_in_line(line, source);
  for (const char c : line) out += c == ' ' || c == '\t' || c == '/' ? '_' : c;
  out += '-' + std::to_string(number);
}

// The words of a sentence as its lines have them.
void append_sentence_text(std::string& out, const Document& document, Stretch sentence) {
  for (uint32_t i = sentence.first; i < sentence.end; ++i) {
    append_visible(out, document[i].text);
    if (document[i].space_after && i + 1 < sentence.end) out += ' ';
  }
}

void append_comments(std::string& out, const Document& document, std::string_view source, Stretch sentence,
                     size_t number) {
  out += "# sent_id = ";
  append_id(out, source, number);
  out += "\n# text = ";
  append_sentence_text(out, document, sentence);
  out += '\n';
}

// `from`: the first token of the sentence.
void append_token(std::string& out, const Document& document, uint32_t from, uint32_t i, Span points) {
  const Token& token = document[i];
  const bool root = document.is_root(i);
  out += std::to_string(i - from + 1) + '\t';
  append_visible(out, token.text);
  out += '\t';
  append_visible(out, token.lemma);
  out += '\t';
  out.append(token.pos).append("\t").append(token.tag).append("\t");
  append_or_blank(out, token.morph);
  out += (root ? "0" : std::to_string(static_cast<int64_t>(token.head) - from + 1)) + '\t';
  out.append(root ? "ROOT" : token.dep).append("\t_\tOffset=");
  out += std::to_string(points.begin) + ':' + std::to_string(points.end) + "|NER=" + token.ner;
  if (token.ner != 'O') out.append("-").append(token.entity);
}

}  // namespace

void write_conllu(const Document& document, std::string_view source, const Print& print, Conllu extent) {
  const bool whole = extent == Conllu::whole;
  Pieces out(print);
  out.text() += "# newdoc id = ";
  append_in_line(out.text(), source);
  out.text() += '\n';
  const utf8::PointMap points(document.text);
  size_t number = 0;
  for (const Stretch& sentence : sentences_of(document)) {
    if (whole) append_comments(out.text(), document, source, sentence, ++number);
    for (uint32_t i = sentence.first; i < sentence.end; ++i) {
      std::string& line = out.text();
      append_token(line, document, sentence.first, i, points.points(document[i].span));
      if (whole && !document[i].space_after) line += "|SpaceAfter=No";
      line += '\n';
    }
    out.text() += '\n';
  }
}

std::string conllu(const Document& document, std::string_view source, Conllu extent) {
  std::string out;
  write_conllu(
      document, source, [&](std::string_view piece) { out += piece; }, extent);
  return out;
}

}  // namespace coranto::label
