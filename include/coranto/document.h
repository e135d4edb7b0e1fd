// A document: a text with its language analysis. Tokens and labels equal those of spaCy 3.8 with the same model.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/span.h"

namespace coranto {

// One token. The views point into the model (labels, known lemmas) or into the document's own `strings`;
// they live as long as both.
struct Token {
  Span span;               // bytes of Document::text
  uint32_t head = 0;       // index of the syntactic head; its own index for a root
  uint32_t left_edge = 0;  // first and last token of its subtree
  uint32_t right_edge = 0;
  bool sentence_start = false;
  bool space_after = false;  // a single space follows (it belongs to no token)
  bool is_space = false;     // a white space token
  char ner = 'O';            // B I L U O
  std::string_view text;     // of Document::text
  std::string_view lower;    // lower case, Unicode
  std::string_view lemma;
  std::string_view pos;     // universal part of speech, "VERB"
  std::string_view tag;     // Penn tag, "VBD"
  std::string_view dep;     // ClearNLP relation, "nsubj"; "ROOT" for a root, "dep" for white space
  std::string_view morph;   // "Tense=Past|VerbForm=Fin", empty if none
  std::string_view entity;  // "PERSON", empty outside
};

struct Document {
  std::string_view text;  // the analysed text; owned by the caller (the report), must outlive this
  std::vector<Token> tokens;
  std::vector<uint32_t> sentences;  // index of the first token of each sentence, ascending
  std::deque<std::string> strings;  // storage of what neither the text nor the model holds; never moved

  size_t size() const { return tokens.size(); }
  const Token& operator[](size_t i) const { return tokens[i]; }
  const Token& head(size_t i) const { return tokens[tokens[i].head]; }
  bool is_root(size_t i) const { return tokens[i].head == i; }
  std::string_view cut(Span span) const { return span.of(text); }
};

}  // namespace coranto
