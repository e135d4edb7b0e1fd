#include "label/token_table.h"

#include <algorithm>

#include "base/utf8.h"
#include "label/one_line.h"

namespace coranto::label {

struct TableCell {
  const Document& document;
  std::string_view source;
  uint32_t sentence;  // its number, from 0
  uint32_t index;     // of the token, in the document
  Span points;

  const Token& token() const { return document[index]; }
  uint32_t first() const { return document.sentences[sentence]; }
};

namespace {

void append_or_blank(std::string& out, std::string_view text) { out += text.empty() ? std::string_view("_") : text; }

void append_source(std::string& out, const TableCell& cell) {
  std::string line;
  append_in_line(line, cell.source);
  for (const char c : line) c == '\t' ? out += "\\t" : out += c;
}

void append_head(std::string& out, const TableCell& cell) {
  const bool root = cell.document.is_root(cell.index);
  out += std::to_string(root ? 0 : cell.token().head + 1 - cell.first());
}

void append_entity(std::string& out, const TableCell& cell) {
  const char mark = cell.token().ner;
  out += mark == 'U' ? 'B' : mark == 'L' ? 'I' : mark;
  if (mark != 'O') out.append("-").append(cell.token().entity);
}

using Cell = const TableCell&;

constexpr TableColumn all_columns[] = {
    {"doc", "source of the text", append_source},
    {"sentence", "number of the sentence in the text, from 1",
     [](std::string& out, Cell cell) { out += std::to_string(cell.sentence + 1); }},
    {"id", "number of the token in the sentence, from 1",
     [](std::string& out, Cell cell) { out += std::to_string(cell.index - cell.first() + 1); }},
    {"text", "the token", [](std::string& out, Cell cell) { append_visible(out, cell.token().text); }},
    {"lemma", "its lemma", [](std::string& out, Cell cell) { append_visible(out, cell.token().lemma); }},
    {"pos", "universal part of speech", [](std::string& out, Cell cell) { append_or_blank(out, cell.token().pos); }},
    {"tag", "Penn tag", [](std::string& out, Cell cell) { append_or_blank(out, cell.token().tag); }},
    {"morph", "features, Tense=Past|VerbForm=Fin",
     [](std::string& out, Cell cell) { append_or_blank(out, cell.token().morph); }},
    {"head", "id of the head, 0 for a root", append_head},
    {"dep", "relation to the head", [](std::string& out, Cell cell) { append_or_blank(out, cell.token().dep); }},
    {"entity", "B-TYPE begins a name, I-TYPE goes on with it, O is none", append_entity},
    {"start", "code point of the text at which the token begins",
     [](std::string& out, Cell cell) { out += std::to_string(cell.points.begin); }},
    {"end", "code point at which it has ended",
     [](std::string& out, Cell cell) { out += std::to_string(cell.points.end); }},
    {"space", "1 if a space follows, 0 if not",
     [](std::string& out, Cell cell) { out += cell.token().space_after ? '1' : '0'; }},
};

}  // namespace

std::span<const TableColumn> table_columns() { return all_columns; }

Result<TokenTable> TokenTable::of(std::string_view columns) {
  TokenTable out;
  for (size_t at = 0; at <= columns.size();) {
    const size_t end = std::min(columns.find(',', at), columns.size());
    const std::string_view name = columns.substr(at, end - at);
    const auto found = std::find_if(std::begin(all_columns), std::end(all_columns),
                                    [name](const TableColumn& column) { return column.name == name; });
    if (found == std::end(all_columns)) return Error{Code::usage, "no column \"" + std::string(name) + "\"", ""};
    out.columns_.push_back(found);
    at = end + 1;
  }
  return out;
}

std::string TokenTable::head() const {
  std::string out;
  for (const TableColumn* column : columns_) out.append(out.empty() ? "" : "\t").append(column->name);
  return out + "\n";
}

void TokenTable::write(const Document& document, std::string_view source, const Print& print) const {
  Pieces out(print);
  const utf8::PointMap points(document.text);
  uint32_t sentence = 0;
  for (uint32_t i = 0; i < document.size(); ++i) {
    if (sentence + 1 < document.sentences.size() && document.sentences[sentence + 1] == i) ++sentence;
    const TableCell cell{document, source, sentence, i, points.points(document[i].span)};
    std::string& line = out.text();
    for (const TableColumn* column : columns_) {
      column->append(line, cell);
      line += '\t';
    }
    line.back() = '\n';
  }
}

}  // namespace coranto::label
