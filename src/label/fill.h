// From what the steps of labelling have found to the tokens of a document.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/document.h"
#include "label/features.h"
#include "label/lemmatizer.h"
#include "label/network.h"
#include "label/special_phrases.h"

namespace coranto::label {

// Lemmas found before, by word, part of speech and morphology (the ruler's views: equal texts are the same view). Holds
// what it gave for as long as it lives, at most 131,072 of them.
class LemmaCache {
 public:
  // The lemma of a word that its Lexemes keep. Where the cache is full, `strings` holds it instead.
  std::string_view lemma(const Lemmatizer& lemmatizer, const Lexeme& word, const Token& token,
                         std::deque<std::string>& strings);

 private:
  struct Key {
    const Lexeme* word;
    const char *pos, *morph;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    size_t operator()(const Key& key) const;
  };
  boost::unordered_flat_map<Key, std::string_view, KeyHash> known_;
  std::deque<std::string> strings_;
};

Features features_of(const Piece& piece);

// Appends the document's tokens with all that pieces and network tell, but for lemma, pos, morph and edges.
void fill_tokens(const std::vector<Piece>& pieces, const Analysis& analysis, const Network& network,
                 Document& document);

// Sets the lemmas that are still empty; pos and morph must be there.
void fill_lemmas(const std::vector<Piece>& pieces, const Lemmatizer& lemmatizer, LemmaCache& cache, Document& document);

// Sets edges and sentences.
void fill_tree(const Analysis& analysis, std::vector<uint32_t>& room, Document& document);

}  // namespace coranto::label
