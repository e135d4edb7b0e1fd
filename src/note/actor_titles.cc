// What stands before a name within the same run of capitals: owner, portfolio, title, small words.
#include "note/cast.h"

namespace coranto::note {

bool is_particle(std::string_view word) {
  return is_one_of(word, {"al", "el",  "bin",  "ibn", "bint", "van", "von", "de",  "da", "di",
                          "du", "del", "la",   "le",  "dos",  "abu", "ad",  "an",  "as", "ash",
                          "ul", "ur",  "ould", "ag",  "ter",  "ten", "der", "den", "af"}) ||
         word.starts_with("al-") || word.starts_with("el-");
}

namespace {

// "daily The Mast", "Vikings - while": lower-case words that the recogniser took in.
void cut_small_words(const Tree& tree, Name& name) {
  const auto small = [&tree](Index i) { return !upper_first(tree[i].text) && !is_particle(tree[i].lower); };
  const Index whole = name.first;
  while (name.first < name.last && small(name.first)) ++name.first;
  if (name.first < name.last && tree[name.first].lower == "the" && name.first > whole) ++name.first;
  while (name.last > name.first && tree[name.last - 1].space_after &&
         (small(name.last) || tree[name.last].pos == "PUNCT"))
    --name.last;
}

}  // namespace

// "Georgia's Interior Ministry" is two names, and so is every possessive whose owner is a country.
void Cast::State::cut_owners(Name& name) {
  for (Index k = name.first; k < name.last; ++k) {
    if (tree[k].tag != "POS" && !is_one_of(tree[k].lower, {"'s", "’s"})) continue;
    const std::string owner = text_of(name.first, k - 1);
    if (k == name.first || gazetteer.country_of(owner).empty()) continue;
    Name first = name;
    first.last = k - 1;
    first.label = Label::place;
    first.text = owner;
    keep(first);
    name.first = k + 1;
  }
}

// "Minister of National Defense X": the portfolio belongs to the office before it, whatever name it was read into.
void Cast::State::cut_portfolio(Name& name) {
  const auto belongs = [this](Index i) { return lists.portfolios.count(lowered(tree[i].text)) > 0; };
  Index begin = name.first;
  while (begin > 0 && belongs(begin - 1) && tree.sentence_of(begin - 1) == tree.sentence_of(name.first)) --begin;
  Index cut = name.first;
  while (cut <= name.last && belongs(cut)) ++cut;
  if (begin == 0 || begin == name.first || cut > name.last || cut < begin + 2 || tree[begin].lower != "of") return;
  const auto empty = [this](Index i) { return is_one_of(tree[i].lower, {"of", "the", "and", "for", "&", ","}); };
  bool says_what = false;
  for (Index k = begin; k < cut; ++k) says_what |= !empty(k);
  if (!says_what) return;
  const Noun* noun = lists.noun_of(tree[begin - 1]);
  if (!noun || noun->sort != Sort::office) return;
  name.office = begin - 1;
  name.title = base_first(name.office);
  while (name.title < name.office && is_one_of(tree[name.title].dep, {"det", "punct"})) ++name.title;
  name.first = cut;
  if (!names.empty() && names.back().first > begin && names.back().last < cut) {
    for (Index k = names.back().first; k <= names.back().last; ++k) name_of[k] = 0;
    names.pop_back();
  }
}

// Is a suffix of these words an office or a form of address?
bool Cast::State::ends_as_title(std::string_view words) const {
  while (!words.empty()) {
    std::string key(words);
    while (key.ends_with('.')) key.pop_back();
    const Noun* noun = lists.noun(key);
    if ((noun && (noun->sort == Sort::office || noun->sort == Sort::person)) || lists.titles.count(key)) return true;
    const size_t space = words.find(' ');
    if (space == std::string_view::npos) return false;
    words.remove_prefix(space + 1);
  }
  return false;
}

bool Cast::State::ends_in_office(std::string_view words) const {
  for (;;) {
    const Noun* noun = lists.noun(words);
    if (noun && noun->sort == Sort::office) return true;
    const size_t space = words.find(' ');
    if (space == std::string_view::npos) return false;
    words.remove_prefix(space + 1);
  }
}

// "Foreign Minister X": cuts before the name. A mere noun for people ("National", "Citizen") is a title only before a
// person's name.
void Cast::State::cut_title(Name& name) {
  const std::string whole_text = text_of(name.first, name.last);
  if (lists.body(whole_text)) return;
  const bool one_body = tree[name.first].entity == "ORG" && tree[name.last].entity == "ORG" &&
                        tree[name.last].ner != 'B' && tree[name.last].ner != 'U' && tree[name.first].ner == 'B';
  for (Index cut = name.last; cut > name.first; --cut) {
    const std::string words = lowered(text_of(name.first, cut - 1));
    if (!ends_as_title(words)) continue;
    const bool office = ends_in_office(words);
    if (one_body && !office) continue;
    const bool person = tree[cut].entity == "PERSON" || tree[name.last].entity == "PERSON" ||
                        lists.given.count(std::string(tree[cut].text)) > 0;
    if (!person && (!office || is_body_name(cut, name.last))) continue;
    name.title = name.first;
    name.first = cut;
    while (name.title >= 2 && tree[name.title - 1].text == "-" && !name_of[name.title - 2]) name.title -= 2;
    return;
  }
  cut_small_words(tree, name);
}

}  // namespace coranto::note
