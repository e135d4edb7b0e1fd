#include "conllu.h"

#include <fstream>
#include <sstream>

#include "base/tsv.h"
#include "base/utf8.h"

namespace coranto::tests {
namespace {

std::string slurp(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

std::vector<uint32_t> byte_of_point(const std::string& text) {
  std::vector<uint32_t> bytes;
  for (size_t at = 0; at < text.size(); at += utf8::decode(text, at).size) bytes.push_back(static_cast<uint32_t>(at));
  bytes.push_back(static_cast<uint32_t>(text.size()));
  return bytes;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return out;
}

}  // namespace

std::unique_ptr<Stored> read_conllu(const std::string& conllu_path, const std::string& text_path) {
  auto stored = std::make_unique<Stored>();
  stored->text = slurp(text_path);
  Document& doc = stored->document;
  doc.text = stored->text;
  const auto bytes = byte_of_point(stored->text);
  const auto keep = [&doc](std::string text) -> std::string_view { return doc.strings.emplace_back(std::move(text)); };
  std::ifstream file(conllu_path);
  uint32_t sentence = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto f = split(line, '\t');
    if (f[0] == "1") {
      sentence = static_cast<uint32_t>(doc.tokens.size());
      doc.sentences.push_back(sentence);
    }
    Token t;
    const auto offset = f[9].substr(7, f[9].find('|') - 7);
    const auto colon = offset.find(':');
    t.span = {bytes[std::stoul(offset.substr(0, colon))], bytes[std::stoul(offset.substr(colon + 1))]};
    t.text = t.span.of(doc.text);
    t.lower = keep(lowered(t.text));
    t.pos = keep(f[3]);
    t.lemma = t.pos == "SPACE" ? t.text : keep(f[2]);
    t.tag = keep(f[4]);
    t.morph = keep(f[5] == "_" ? "" : f[5]);
    t.dep = keep(f[7]);
    const auto self = static_cast<uint32_t>(doc.tokens.size());
    t.head = f[6] == "0" ? self : sentence + static_cast<uint32_t>(std::stoul(f[6])) - 1;
    t.sentence_start = self == sentence;
    t.space_after = t.span.end < stored->text.size() && stored->text[t.span.end] == ' ';
    t.is_space = t.tag == "_SP";
    const auto begin = f[9].find("NER=") + 4;
    const auto ner = f[9].substr(begin, f[9].find('|', begin) - begin);
    t.ner = ner[0];
    if (ner.size() > 2) t.entity = keep(ner.substr(2));
    t.left_edge = t.right_edge = self;
    doc.tokens.push_back(t);
  }
  for (size_t pass = 0, changed = 1; changed && pass < doc.size(); ++pass) {
    changed = 0;
    for (uint32_t i = 0; i < doc.size(); ++i) {
      Token& h = doc.tokens[doc.tokens[i].head];
      if (doc.tokens[i].left_edge < h.left_edge) h.left_edge = doc.tokens[i].left_edge, changed = 1;
      if (doc.tokens[i].right_edge > h.right_edge) h.right_edge = doc.tokens[i].right_edge, changed = 1;
    }
  }
  return stored;
}

}  // namespace coranto::tests
