// Names: where they begin and end, and what brackets behind them hold.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {
namespace {

bool names_something(std::string_view entity) {
  return is_one_of(entity, {"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "LAW", "WORK_OF_ART", "EVENT"});
}

bool is_measure(std::string_view entity) {
  return is_one_of(entity, {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"});
}

bool can_belong(const Token& t) {
  return !t.is_space && !is_measure(t.entity) && (t.pos == "PROPN" || names_something(t.entity)) &&
         !is_one_of(t.tag, {"POS", "``", "''"});
}

bool is_small_word(const Token& t) {
  return is_one_of(t.lower, {"of", "for", "and", "the", "de",  "la", "du", "des", "&",  "-",
                             "’",  "'",   "van", "von", "bin", "al", "el", "to",  "on", "in"});
}

bool goes_on(const Token& t) { return (t.ner == 'I' || t.ner == 'L') && names_something(t.entity); }

bool is_linked(const Tree& tree, Index i) {
  return tree.head(i) == i + 1 || tree.head(i + 1) == i || tree.head(i) == tree.head(i + 1) || tree.dominates(i + 1, i);
}

void trim(const Tree& tree, Name& name) {
  const auto loose = [](const Token& t) {
    return is_one_of(t.lower, {"the", "a", "an", "former", "ex"}) || t.pos == "PUNCT";
  };
  while (name.first < name.last && loose(tree[name.first])) ++name.first;
  const auto dangling = [](const Token& t) { return t.tag == "POS" || t.pos == "PUNCT" || is_small_word(t); };
  while (name.last > name.first && dangling(tree[name.last])) --name.last;
}

bool opens_bracket(std::string_view text) { return is_one_of(text, {"(", "（", "["}); }
bool closes_bracket(std::string_view text) { return is_one_of(text, {")", "）", "]"}); }

// Greek and beyond: a letter of another script than the report's.
bool is_foreign(std::string_view text) { return !text.empty() && static_cast<unsigned char>(text[0]) >= 0xCD; }

bool is_acronym(std::string_view text) {
  return text.size() >= 2 && text.size() <= 9 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-' || c == '.'; });
}

}  // namespace

// The recogniser may have taken a bracket into the name: the name ends before it.
void Cast::State::cut_bracket(Name& name) {
  for (Index k = name.first + 1; k <= name.last; ++k) {
    if (opens_bracket(tree[k].text)) name.last = k - 1;
  }
}

// "Wang Lei (王磊)", "People's Liberation Army (PLA)": what the bracket behind the name holds is another form of it.
void Cast::State::read_bracket(Name& name) {
  const std::string_view text = tree.document().text;
  const size_t wide = name.text.find("（");
  if (wide != std::string::npos && wide > 0) {  // the tokenizer keeps a full-width bracket with the word before it
    const size_t close = name.text.find("）", wide);
    if (close != std::string::npos) name.also = name.text.substr(wide + 3, close - wide - 3);
    name.text.resize(wide);
    return;
  }
  const Index open = name.last + 1;
  if (open + 2 >= tree.size() || !opens_bracket(tree[open].text)) return;
  Index close = open + 1;
  while (close < tree.size() && close < open + 9 && !closes_bracket(tree[close].text)) ++close;
  if (close >= tree.size() || !closes_bracket(tree[close].text) || close == open + 1) return;
  const std::string inside(
      text.substr(tree[open + 1].span.begin, tree[close - 1].span.end - tree[open + 1].span.begin));
  const bool short_form = is_acronym(inside) && name.label != Label::person && name.first < name.last &&
                          gazetteer.country_of(name.text).empty();
  if (!is_foreign(inside) && !short_form) return;
  name.also = inside;
  name.end = close;
}

// The last token of the run of name tokens that begins at `i`.
Index Cast::State::run_end(Index i) const {
  const size_t sentence = tree.sentence_of(i);
  Index last = i;
  while (last + 1 < tree.size() && tree.sentence_of(last + 1) == sentence) {
    const Token& here = tree[last];
    const Token& next = tree[last + 1];
    const bool same_entity = goes_on(next);
    const bool labels_agree = next.ner == 'O' || here.ner == 'O' || next.entity == here.entity ||
                              next.entity == "PERSON" || here.entity == "NORP";
    const bool beside =
        is_one_of(next.dep, {"conj", "appos"}) && tree.head(last + 1) >= i && tree.head(last + 1) <= last;
    const bool linked = can_belong(next) && labels_agree && is_linked(tree, last) && !beside;
    if (!same_entity && !linked) break;
    const bool other_person = here.entity == "ORG" && next.entity == "PERSON" && (next.ner == 'B' || next.ner == 'U');
    if (other_person && !ends_as_title(lowered(text_of(i, last)))) break;
    if (next.tag == "POS" && !(last + 2 < tree.size() && goes_on(tree[last + 2]))) break;
    ++last;
  }
  return last;
}

// Finds each run of name tokens, cuts owner, modifiers, title and bracket off, and says what it names.
void Cast::State::find_names() {
  name_of.assign(tree.size(), 0);
  for (Index i = 0; i < tree.size(); ++i) {
    Name name;
    name.first = i;
    name.last = body_end(i);
    if (name.last != no_token) {
      name.text = text_of(i, name.last);
      name.label = Label::organization;
      read_bracket(name);
      keep(name);
      i = std::max(name.last, name.end);
      continue;
    }
    if (!can_belong(tree[i]) || heading[i]) continue;
    name.last = run_end(i);
    i = name.last;
    cut_bracket(name);
    trim(tree, name);
    cut_owners(name);
    cut_portfolio(name);
    if (name.title == no_token) cut_title(name);
    for (Index k = name.first + 1; name.title != no_token && k <= name.last; ++k) {  // what is left of a portfolio
      if (tree[k].entity == "PERSON" && tree[k].ner == 'B' && tree[k - 1].entity != "PERSON") name.first = k;
    }
    name.text = text_of(name.first, name.last);
    name.label = label_of(name.first, name.last, name.title != no_token);
    const bool modified =
        name.title == no_token && name.label == Label::person && name.first < name.last && tree[name.first].ner != 'B';
    if (modified && !gazetteer.country_of(tree[name.first].text).empty()) name.text = text_of(++name.first, name.last);
    if (is_common(name) || is_nobody(name)) continue;
    name.weak = is_weak(name);
    read_bracket(name);
    keep(name);
    i = std::max(i, name.end);
  }
}

// The last token of a known body's name of several words that begins here, or no_token.
Index Cast::State::body_end(Index i) const {
  const auto starts = lists.body_starts.find(tree[i].text);
  if (starts == lists.body_starts.end()) return no_token;
  const std::string_view text = tree.document().text;
  size_t longest = 0;
  for (const size_t size : starts->second) {
    const std::string_view words = text.substr(tree[i].span.begin, size);
    if (size > longest && words.size() == size && lists.body(words)) longest = size;
  }
  if (longest == 0) return no_token;
  const auto end = static_cast<uint32_t>(tree[i].span.begin + longest);
  const Index last = tree.token_at(end - 1);
  if (last != no_token && last + 1 < tree.size() && tree[last + 1].pos == "PROPN" && goes_on(tree[last + 1]))
    return no_token;  // "The National" of "The National Weather Service"
  return last != no_token && tree[last].span.end == end && tree.sentence_of(last) == tree.sentence_of(i) ? last
                                                                                                         : no_token;
}

void Cast::State::keep(Name& name) {
  name.head = name.last;
  for (Index k = name.first; k <= name.last; ++k) {
    const Index above = tree.head(k);
    if ((tree.is_root(k) || above < name.first || above > name.last) && tree[k].pos != "PUNCT") {
      name.head = k;
      break;
    }
  }
  names.push_back(name);
  for (Index k = name.first; k <= std::max(name.last, name.end); ++k) name_of[k] = static_cast<uint32_t>(names.size());
}

}  // namespace coranto::note
