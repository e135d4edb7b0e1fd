// Headings: lines in capitals or title case, where the recogniser's and the tagger's word is worth little. A name
// counts there only where the running text or a table knows it.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {
namespace {

bool is_word(const Token& t) {
  return t.pos != "PUNCT" && !t.is_space && !t.text.empty() && !(t.text[0] >= '0' && t.text[0] <= '9');
}

bool is_line_end(const Token& t) { return t.text.find('\n') != std::string_view::npos; }

// Title case writes only articles, prepositions and the like small.
bool has_heading_capitals(const Tree& tree, Index begin, Index end) {
  size_t words = 0, upper = 0;
  for (Index i = begin; i < end; ++i) {
    const Token& t = tree[i];
    if (!is_word(t)) continue;
    ++words;
    upper += upper_first(t.text);
    const bool glued = i > begin && (!tree[i - 1].space_after || t.tag == "POS");
    if (!upper_first(t.text) && !glued && !is_one_of(t.pos, {"ADP", "DET", "CCONJ", "SCONJ", "PART", "PRON"}))
      return false;
  }
  const bool stopped = end > begin && is_one_of(tree[end - 1].text, {".", "?", "!", "”", "\""});
  return upper > 0 && (!stopped || (words >= 4 && upper >= 3));
}

}  // namespace

void Cast::State::mark_headings() {
  heading.assign(tree.size(), false);
  size_t marked = 0;
  for (Index begin = 0; begin < tree.size();) {
    Index end = begin;
    while (end < tree.size() && !is_line_end(tree[end])) ++end;
    if (has_heading_capitals(tree, begin, end)) {
      std::fill(heading.begin() + begin, heading.begin() + end, true);
      marked += end - begin;
    }
    begin = end + 1;
  }
  if (2 * marked > tree.size()) heading.assign(tree.size(), false);  // a dispatch in capitals has no headings
  for (const Token& t : tree.document().tokens) {
    if (is_one_of(t.pos, {"NOUN", "VERB", "ADJ"}) && !upper_first(t.text))
      common_words.emplace(std::string(t.lower), true);
  }
}

// The longest known name that begins at each place of a heading.
void Cast::State::name_headings() {
  for (Index i = 0; i < tree.size(); ++i) {
    if (!heading[i] || name_of[i] || !upper_first(tree[i].text)) continue;
    for (Index last = std::min<Index>(i + 5, static_cast<Index>(tree.size()) - 1) + 1; last-- > i;) {
      if (!heading[last] || name_of[last] || tree.sentence_of(last) != tree.sentence_of(i)) continue;
      Name name;
      name.first = i;
      name.last = name.head = last;
      name.text = text_of(i, last);
      const auto country = gazetteer.country_of(name.text);
      if (lists.no_names.count(lowered(name.text))) continue;
      name.label = country.empty() ? Label::person : Label::place;
      EntityIndex e = country.empty() ? same_as(name) : entity_of_name(name);
      if (e == no_entity && lists.body(name.text)) {
        name.label = Label::organization;
        e = entity_of_name(name);
      }
      if (e == no_entity) continue;
      keep(name);
      for (Index k = i; k <= last; ++k) entity_of[k] = e;
      i = last;
      break;
    }
  }
}

}  // namespace coranto::note
