#include "label/fill.h"

#include <algorithm>
#include <cstdint>

namespace coranto::label {
namespace {

constexpr size_t most_lemmas = 131072;

// A lemma that is the word itself needs no place of its own.
std::string_view kept(std::string lemma, const Lexeme& word, std::deque<std::string>& strings) {
  if (lemma == word.lower) return word.lower;
  if (lemma == word.text) return word.text;
  return strings.emplace_back(std::move(lemma));
}

// From the leaves up: a token widens its head's edges once all that hangs on it has widened its own. `open`: room for
// how many dependents of each token have not.
void fill_edges(std::vector<Token>& tokens, std::vector<uint32_t>& open) {
  constexpr uint32_t done = UINT32_MAX;
  open.assign(tokens.size(), 0);
  for (uint32_t i = 0; i < tokens.size(); ++i) open[tokens[i].head] += tokens[i].head != i;
  for (uint32_t first = 0; first < tokens.size(); ++first) {
    for (uint32_t i = first; open[i] == 0; i = tokens[i].head) {
      open[i] = done;
      if (tokens[i].head == i) break;
      Token& head = tokens[tokens[i].head];
      head.left_edge = std::min(head.left_edge, tokens[i].left_edge);
      head.right_edge = std::max(head.right_edge, tokens[i].right_edge);
      --open[tokens[i].head];
    }
  }
}

}  // namespace

size_t LemmaCache::KeyHash::operator()(const Key& key) const {
  const auto mix = [](const void* p) { return reinterpret_cast<uintptr_t>(p); };
  uint64_t hash = mix(key.word) * 0x9E3779B97F4A7C15ULL;
  hash = (hash ^ mix(key.pos)) * 0xC2B2AE3D27D4EB4FULL;
  hash = (hash ^ mix(key.morph)) * 0x165667B19E3779F9ULL;
  return hash ^ hash >> 32;
}

std::string_view LemmaCache::lemma(const Lemmatizer& lemmatizer, const Lexeme& word, const Token& token,
                                   std::deque<std::string>& strings) {
  const Key key{&word, token.pos.data(), token.morph.data()};
  const auto at = known_.find(key);
  if (at != known_.end()) return at->second;
  std::string lemma = lemmatizer.lemma(word.text, word.lower, token.pos, token.morph);
  if (known_.size() >= most_lemmas) return kept(std::move(lemma), word, strings);
  return known_[key] = kept(std::move(lemma), word, strings_);
}

Features features_of(const Piece& piece) {
  Features features = piece.lexeme->features;
  features.norm = piece.norm;
  features.space_after = piece.space_after;
  return features;
}

void fill_tokens(const std::vector<Piece>& pieces, const Analysis& analysis, const Network& network,
                 Document& document) {
  document.tokens.resize(pieces.size());
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    Token& token = document.tokens[i];
    token.span = piece.span;
    token.text = document.cut(piece.span);
    token.space_after = piece.space_after;
    token.is_space = piece.lexeme->features.is_space;
    token.lower = piece.lexeme->lower;
    if (!piece.lexeme->kept) token.lower = document.strings.emplace_back(piece.lexeme->lower);
    token.head = analysis.head[i];
    token.tag = network.tags()[analysis.tag[i]];
    token.dep = network.deps()[analysis.dep[i]];
    token.sentence_start = analysis.sentence_start[i] != 0;
    token.ner = analysis.ner[i];
    if (token.ner != 'O') token.entity = network.entities()[analysis.entity[i]];
  }
}

void fill_lemmas(const std::vector<Piece>& pieces, const Lemmatizer& lemmatizer, LemmaCache& cache,
                 Document& document) {
  for (size_t i = 0; i < pieces.size(); ++i) {
    Token& token = document.tokens[i];
    const Lexeme& word = *pieces[i].lexeme;
    if (!token.lemma.empty()) continue;
    if (word.kept)
      token.lemma = cache.lemma(lemmatizer, word, token, document.strings);
    else
      token.lemma = document.strings.emplace_back(lemmatizer.lemma(word.text, word.lower, token.pos, token.morph));
  }
}

void fill_tree(const Analysis& analysis, std::vector<uint32_t>& room, Document& document) {
  auto& tokens = document.tokens;
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    tokens[i].left_edge = tokens[i].right_edge = i;
    if (analysis.sentence_start[i]) document.sentences.push_back(i);
  }
  fill_edges(tokens, room);
}

}  // namespace coranto::label
