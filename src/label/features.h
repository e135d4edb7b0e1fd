// What the network sees of a token, and what it says of a document. The border between the tokenizer and the network.
#pragma once

#include <cstdint>
#include <vector>

namespace coranto::label {

// Attribute ids of one token: the hash of each attribute's string (or its reserved symbol id), see strings.h.
struct Features {
  uint64_t norm = 0;
  uint64_t prefix = 0;
  uint64_t suffix = 0;
  uint64_t shape = 0;
  uint64_t orth = 0;         // of the token itself; looked at by models with word vectors
  bool space_after = false;  // spaCy's SPACY
  bool is_space = false;     // spaCy's IS_SPACE
  uint64_t lower = 0;
};

// What tagger, parser and names say of one document; each list has one entry a token.
struct Analysis {
  std::vector<uint16_t> tag;            // index into Network::tags()
  std::vector<uint32_t> head;           // token index, its own for a root
  std::vector<uint16_t> dep;            // index into Network::deps()
  std::vector<uint8_t> sentence_start;  // 1 at the first token of a sentence
  std::vector<char> ner;                // B I L U O
  std::vector<uint16_t> entity;         // index into Network::entities(); 0 where ner is O
};

}  // namespace coranto::label
