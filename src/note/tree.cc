#include "note/tree.h"

#include <algorithm>

namespace coranto::note {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_finite_tag(const Token& token) { return is_one_of(token.tag, {"VBD", "VBZ", "VBP", "MD"}); }

Tree::Tree(const Document& document) : document_(document) {
  const size_t n = document.size();
  first_.assign(n + 1, 0);
  for (Index i = 0; i < n; ++i) {
    if (!is_root(i)) ++first_[head(i) + 1];
  }
  for (size_t i = 0; i < n; ++i) first_[i + 1] += first_[i];
  below_.resize(first_[n]);
  std::vector<Index> next(first_.begin(), first_.end() - 1);
  for (Index i = 0; i < n; ++i) {
    if (!is_root(i)) below_[next[head(i)]++] = i;
  }
  sentence_.resize(n);
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    for (Index i = document.sentences[s]; i < sentence_end(s); ++i) sentence_[i] = static_cast<uint32_t>(s);
  }
}

std::span<const Index> Tree::children(Index i) const { return {below_.data() + first_[i], first_[i + 1] - first_[i]}; }

Index Tree::child(Index i, std::initializer_list<std::string_view> deps) const {
  for (Index c : children(i)) {
    if (is_one_of(document_[c].dep, deps)) return c;
  }
  return no_token;
}

std::vector<Index> Tree::all(Index i, std::initializer_list<std::string_view> deps) const {
  std::vector<Index> found;
  for (Index c : children(i)) {
    if (is_one_of(document_[c].dep, deps)) found.push_back(c);
  }
  return found;
}

Index Tree::first_conjunct(Index i) const {
  while (document_[i].dep == "conj" && !is_root(i)) i = head(i);
  return i;
}

std::vector<Index> Tree::conjuncts(Index i) const {
  std::vector<Index> found{first_conjunct(i)};
  for (size_t k = 0; k < found.size(); ++k) {
    for (Index c : all(found[k], {"conj"})) found.push_back(c);
  }
  std::sort(found.begin(), found.end());
  return found;
}

Index Tree::object_of(Index i, std::string_view preposition) const {
  for (Index c : children(i)) {
    if (is_one_of(document_[c].dep, {"prep", "dative", "agent"}) && document_[c].lower == preposition) {
      return child(c, {"pobj", "pcomp"});
    }
  }
  return no_token;
}

bool Tree::is_passive(Index verb) const { return child(verb, {"auxpass", "nsubjpass"}) != no_token; }

Index Tree::by_agent(Index verb) const {
  const Index agent = child(verb, {"agent"});
  return agent == no_token ? no_token : child(agent, {"pobj"});
}

Index Tree::object(Index verb) const { return child(verb, {"dobj", "dative"}); }

Index Tree::subject(Index verb) const {
  for (int step = 0; step < 6; ++step) {
    const Index own = child(verb, {"nsubj", "nsubjpass", "csubj"});
    if (own != no_token) return own;
    const std::string_view dep = document_[verb].dep;
    if (is_root(verb)) return no_token;
    const Index above = head(verb);
    if (dep == "xcomp") {
      const Index controller = object(above);  // "urged X to leave": X leaves
      if (controller != no_token && controller < verb && document_[verb].tag == "VB") return controller;
    }
    if (dep == "acl" || dep == "relcl") return document_[verb].tag == "VBN" ? no_token : above;
    if (!is_one_of(dep, {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp"})) return no_token;
    verb = above;
  }
  return no_token;
}

Index before_party_tag(const Tree& tree, Index noun) {
  for (Index i = noun, step = 0; step < 3 && i > 1; ++step, --i) {
    const std::string_view text = tree[i].text;
    const bool letter = text.size() == 1 && i + 1 < tree.size() && is_one_of(tree[i + 1].text, {"-", "–"});
    const bool whole = text.size() > 3 && text[1] == '-';
    if (!(letter || whole) || !is_one_of(text.substr(0, 1), {"R", "D", "I"})) continue;
    const bool set_off = is_one_of(tree[i - 1].text, {",", "("});
    return set_off && tree[i - 2].pos == "PROPN" ? i - 2 : noun;
  }
  return noun;
}

Span Tree::subtree(Index i) const {
  return {document_[document_[i].left_edge].span.begin, document_[document_[i].right_edge].span.end};
}

bool Tree::dominates(Index above, Index below) const {
  while (below != above && !is_root(below)) below = head(below);
  return below == above;
}

size_t Tree::sentence_of(Index i) const { return sentence_[i]; }

Index Tree::sentence_end(size_t number) const {
  return number + 1 < document_.sentences.size() ? document_.sentences[number + 1] : static_cast<Index>(size());
}

Span Tree::sentence_span(size_t number) const {
  Index begin = sentence_begin(number);
  Index end = sentence_end(number);
  while (begin + 1 < end && document_[begin].is_space) ++begin;
  while (end - 1 > begin && document_[end - 1].is_space) --end;
  return {document_[begin].span.begin, document_[end - 1].span.end};
}

Index Tree::token_at(uint32_t byte) const {
  const auto& tokens = document_.tokens;
  const auto found =
      std::partition_point(tokens.begin(), tokens.end(), [byte](const Token& token) { return token.span.end <= byte; });
  return found == tokens.end() ? no_token : static_cast<Index>(found - tokens.begin());
}

Index Tree::head_of(Span span) const {
  Index best = no_token;
  for (Index i = token_at(span.begin); i < size() && document_[i].span.begin < span.end; ++i) {
    const bool outside = is_root(i) || !span.contains(document_[head(i)].span);
    if (outside && !is_one_of(document_[i].pos, {"PUNCT", "SPACE"})) return i;
    if (best == no_token) best = i;
  }
  return best;
}

}  // namespace coranto::note
