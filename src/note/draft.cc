#include "note/draft.h"

namespace coranto::note {

bool Reader::is_break(Index i) const { return tree[i].is_space && tree[i].text.find('\n') != std::string_view::npos; }

bool Reader::parted_by_comma(const Quotation& q) const {
  std::string_view inner = q.inner.of(tree.document().text);
  while (!inner.empty() && inner.back() == ' ') inner.remove_suffix(1);
  if (inner.empty()) return false;
  if (is_one_of(inner.substr(inner.size() - 1), {",", "?", "!", "-"}) || inner.ends_with("–") || inner.ends_with("—") ||
      inner.ends_with("…") || inner.ends_with("...")) {
    return true;
  }
  const Index next = q.tokens.end;
  return next < tree.size() && is_one_of(tree[next].text, {",", "–", "—", "-", "--"});
}

Range Reader::sentence(Index i) const {
  const Quotation* quotation = quotes.at(i);
  Range range{tree.sentence_begin(tree.sentence_of(i)), tree.sentence_end(tree.sentence_of(i))};
  if (quotation) {
    return {std::max(range.begin, quotation->words.begin), std::min(range.end, quotation->words.end)};
  }
  while (const Quotation* q = quotes.at(range.begin)) {
    if (q->tokens.begin == range.begin) break;
    range.begin = tree.sentence_begin(tree.sentence_of(q->tokens.begin));
  }
  while (range.end < tree.size()) {
    const Quotation* q = quotes.at(range.end);
    if (!q || q->tokens.begin == range.end || q->tokens.begin < i) break;
    range.end = tree.sentence_end(tree.sentence_of(q->tokens.end - 1));
  }
  for (Index k = i; k > range.begin; --k) {
    if (is_break(k - 1)) {
      range.begin = k;
      break;
    }
  }
  for (Index k = i; k < range.end; ++k) {
    if (is_break(k)) {
      range.end = k;
      break;
    }
  }
  return range;
}

Index Reader::before_relative(Index i, Index from) const {
  for (Index k = i; k-- > from && i - k < 25;) {
    if (quoted(k) || is_one_of(tree[k].text, {";", ":"})) return i;
    if (is_one_of(tree[k].tag, {"WP", "WDT", "WP$"}) && k > from) return tree[k - 1].text == "," ? k - 1 : k;
  }
  return i;
}

Index Reader::skip(Index i, std::string_view marks) const {
  while (i < tree.size() &&
         (tree[i].is_space || (tree[i].text.size() <= 3 && marks.find(tree[i].text) != std::string_view::npos))) {
    if (is_break(i)) break;
    ++i;
  }
  return i;
}

Index Reader::skip_back(Index i, std::string_view marks) const {
  while (i > 0) {
    const Token& token = tree[i - 1];
    if (is_break(i - 1)) return no_token;
    if (!token.is_space && !(token.text.size() <= 3 && marks.find(token.text) != std::string_view::npos)) return i - 1;
    --i;
  }
  return no_token;
}

bool in_content(const Draft& draft, Index i) {
  for (const Range& range : draft.content) {
    if (range.holds(i)) return true;
  }
  return false;
}

bool is_finite(const Tree& tree, Index verb) {
  if (has_finite_tag(tree[verb])) return true;
  for (Index c : tree.all(verb, {"aux", "auxpass"})) {
    if (has_finite_tag(tree[c])) return true;
  }
  return false;
}

}  // namespace coranto::note
