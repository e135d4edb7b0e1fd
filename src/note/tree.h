// Ways about a dependency tree: what the rules of this folder ask of a document again and again.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "coranto/document.h"

namespace coranto::note {

using Index = uint32_t;  // of a token
inline constexpr Index no_token = UINT32_MAX;

// Built once a document, in linear time; the document must outlive it.
class Tree {
 public:
  explicit Tree(const Document& document);

  const Document& document() const { return document_; }
  const Token& operator[](Index i) const { return document_.tokens[i]; }
  size_t size() const { return document_.tokens.size(); }

  // Children in text order.
  std::span<const Index> children(Index i) const;

  // First child with one of these relations, or no_token.
  Index child(Index i, std::initializer_list<std::string_view> deps) const;
  std::vector<Index> all(Index i, std::initializer_list<std::string_view> deps) const;

  Index head(Index i) const { return document_.tokens[i].head; }
  bool is_root(Index i) const { return head(i) == i; }

  // i and all that are coordinated with it, in text order, whichever of them is asked.
  std::vector<Index> conjuncts(Index i) const;
  // The first of the coordination that i belongs to (i itself if it is in none).
  Index first_conjunct(Index i) const;

  // The noun that `preposition` governs below `i` ("talks with X": with -> X), or no_token.
  Index object_of(Index i, std::string_view preposition) const;

  // Who does and who suffers the verb, by grammar alone: its own subject, else the one it shares by coordination or
  // control ("A met B and told C": A for told). no_token if none stands in the sentence.
  Index subject(Index verb) const;
  Index object(Index verb) const;
  bool is_passive(Index verb) const;
  Index by_agent(Index verb) const;  // "was hit by X": X

  // Words that the token governs: first to last byte of its subtree.
  Span subtree(Index i) const;
  bool dominates(Index above, Index below) const;

  size_t sentence_of(Index i) const;        // number of the sentence
  Span sentence_span(size_t number) const;  // bytes, without white space at its ends
  Index sentence_begin(size_t number) const { return document_.sentences[number]; }
  Index sentence_end(size_t number) const;

  // Token that covers or follows the byte, or no_token.
  Index token_at(uint32_t byte) const;
  // Highest token of the span's words: the one whose head lies outside.
  Index head_of(Span span) const;

 private:
  const Document& document_;
  std::vector<Index> below_;  // children of all tokens, grouped
  std::vector<Index> first_;  // where token i's children begin in below_; one more at the end
  std::vector<uint32_t> sentence_;
};

// "Sen. Dale Hill, R-S.C., urged": the name before the party and state of an American lawmaker in which `noun` stands;
// else `noun`.
Index before_party_tag(const Tree& tree, Index noun);

// A finite verb or a modal, by its own form.
bool has_finite_tag(const Token& token);

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);

}  // namespace coranto::note
