// Names: where they begin and end, what they name, and which of them name the same.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {
namespace {

bool upper_first(std::string_view text) {
  const auto c = static_cast<unsigned char>(text.empty() ? ' ' : text[0]);
  return (c >= 'A' && c <= 'Z') || c >= 0x80;
}

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

bool is_particle(std::string_view word) {
  return is_one_of(word, {"al", "el",  "bin",  "ibn", "bint", "van", "von", "de",  "da", "di",
                          "du", "del", "la",   "le",  "dos",  "abu", "ad",  "an",  "as", "ash",
                          "ul", "ur",  "ould", "ag",  "ter",  "ten", "der", "den", "af"}) ||
         word.starts_with("al-") || word.starts_with("el-");
}

std::string before_last(const std::string& text) {
  const size_t space = text.rfind(' ');
  return space == std::string::npos ? std::string() : text.substr(0, space + 1);
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

}  // namespace

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
    const bool linked =
        can_belong(next) && labels_agree && is_linked(tree, last) && !is_one_of(next.dep, {"conj", "appos"});
    if (!same_entity && !linked) break;
    const bool other_person = here.entity == "ORG" && next.entity == "PERSON" && (next.ner == 'B' || next.ner == 'U');
    if (other_person && !ends_as_title(lowered(text_of(i, last)))) break;
    if (next.tag == "POS" && !(last + 2 < tree.size() && goes_on(tree[last + 2]))) break;
    ++last;
  }
  return last;
}

// Finds each run of name tokens, cuts owner, modifiers and title off, and says what it names.
void Cast::State::find_names() {
  name_of.assign(tree.size(), 0);
  for (Index i = 0; i < tree.size(); ++i) {
    Name name;
    name.first = i;
    name.last = body_end(i);
    if (name.last != no_token) {
      name.text = text_of(i, name.last);
      name.label = Label::organization;
      keep(name);
      i = name.last;
      continue;
    }
    if (!can_belong(tree[i])) continue;
    name.last = run_end(i);
    i = name.last;
    trim(tree, name);
    cut_owners(name);
    cut_portfolio(name);
    if (name.title == no_token) cut_title(name);
    name.text = text_of(name.first, name.last);
    name.label = label_of(name.first, name.last, name.title != no_token);
    const bool modified =
        name.title == no_token && name.label == Label::person && name.first < name.last && tree[name.first].ner != 'B';
    if (modified && !gazetteer.country_of(tree[name.first].text).empty()) name.text = text_of(++name.first, name.last);
    if (!is_common(name)) keep(name);
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
  return last != no_token && tree[last].span.end == end && tree.sentence_of(last) == tree.sentence_of(i) ? last
                                                                                                         : no_token;
}

// "Minister of National Defense X": the portfolio belongs to the office before it, whatever name it was read into.
void Cast::State::cut_portfolio(Name& name) {
  const auto belongs = [this](Index i) { return lists.portfolios.count(lowered(tree[i].text)) > 0; };
  Index begin = name.first;
  while (begin > 0 && belongs(begin - 1) && tree.sentence_of(begin - 1) == tree.sentence_of(name.first)) --begin;
  Index cut = name.first;
  while (cut <= name.last && belongs(cut)) ++cut;
  if (begin == 0 || begin == name.first || cut > name.last || cut < begin + 2 || tree[begin].lower != "of") return;
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

void Cast::State::cut_title(Name& name) {
  const std::string whole_text = text_of(name.first, name.last);
  if (lists.body(whole_text)) return;
  const bool one_body = tree[name.first].entity == "ORG" && tree[name.last].entity == "ORG" &&
                        tree[name.last].ner != 'B' && tree[name.last].ner != 'U' && tree[name.first].ner == 'B';
  for (Index cut = name.last; cut > name.first; --cut) {
    if (!ends_as_title(lowered(text_of(name.first, cut - 1)))) continue;
    const Noun* noun = lists.noun(lowered(text_of(name.first, cut - 1)));
    const bool office = ends_in_office(lowered(text_of(name.first, cut - 1)));
    if (one_body && !office && (!noun || noun->sort != Sort::office)) continue;
    name.title = name.first;
    name.first = cut;
    while (name.title >= 2 && tree[name.title - 1].text == "-" && !name_of[name.title - 2]) name.title -= 2;
    return;
  }
  const Index whole = name.first;  // lower-case words that the recogniser took in: "daily The Mast"
  while (name.first < name.last && !upper_first(tree[name.first].text) && !is_particle(tree[name.first].lower))
    ++name.first;
  if (name.first < name.last && is_one_of(tree[name.first].lower, {"the"}) && name.first > whole) ++name.first;
  if (!upper_first(tree[name.first].text) && !is_particle(tree[name.first].lower)) name.first = whole;
}

// "the President", "Foreign Ministry": capitals alone make no name of an office.
bool Cast::State::is_common(const Name& name) const {
  std::string text = lowered(name.text);
  if (name.title != no_token && lists.noun(lowered(text_of(name.title, name.last)))) return true;
  const Body* body = lists.body(name.text);
  if (body && (body->country.empty() || body->country == home || home.empty())) return false;
  if (!gazetteer.country_of(name.text).empty()) return false;
  if (text.starts_with("deputy ")) text = text.substr(7);
  const Noun* noun = lists.noun(text);
  if (!noun) noun = lists.noun_of(tree[name.last]);
  if (!noun ||
      (name.first < name.last && !lists.noun(text) && !lists.noun(before_last(text) + singular_of(tree[name.last]))))
    return false;
  return tree[name.last].entity != "PERSON" || name.first < name.last;
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
  for (Index k = name.first; k <= name.last; ++k) name_of[k] = static_cast<uint32_t>(names.size());
}

// Found by the gazetteer as a place, not by the recogniser as a person or body.
bool Cast::State::is_place_name(Index first, Index last) const {
  if (is_one_of(tree[last].entity, {"PERSON", "ORG"}) && first < last) return false;
  if (!lists.body(text_of(first, last)) && tree[last].entity != "PERSON") {
    const Span span{tree[first].span.begin, tree[last].span.end};
    const auto place =
        std::partition_point(places.begin(), places.end(), [span](const Place& p) { return p.span.end <= span.begin; });
    return place != places.end() && place->span == span && place->use != PlaceUse::demonym &&
           (place->located || !place->country.empty());
  }
  return false;
}

// "the daily X", "the news agency X", "the opposition party X": the noun right before a name tells a body.
bool Cast::State::names_outlet(Index first) const {
  if (first == 0 || name_of[first - 1] != 0 || tree[first - 1].pos == "PROPN" ||
      tree.sentence_of(first - 1) != tree.sentence_of(first))
    return false;
  const Token& before = tree[first - 1];
  const bool linked = is_one_of(before.dep, {"compound", "nmod", "amod"}) || tree.head(first) == first - 1 ||
                      tree.head(tree.head(first)) == first - 1;
  const Noun* noun = linked ? lists.noun(lowered(before.lemma)) : nullptr;
  return noun && noun->sort == Sort::body && before.tag == "NN";
}

// Bears an office beside it, or is taken up by "who": then it is a person's, whatever the recogniser took it for.
bool Cast::State::acts_as_person(Index i) const {
  const auto human = [this](Index noun) {
    const Noun* sense = name_of[noun] == 0 ? lists.noun(lowered(tree[noun].lemma)) : nullptr;
    return sense && (sense->sort == Sort::office || sense->sort == Sort::person);
  };
  for (const Index c : tree.children(i)) {
    const Index subject = tree[c].dep == "relcl" ? tree.child(c, {"nsubj", "nsubjpass"}) : no_token;
    if (subject != no_token && tree[subject].lower == "who") return true;
    if (is_one_of(tree[c].dep, {"appos", "compound", "nmod"}) && tree[c].pos == "NOUN" && human(c)) return true;
  }
  if (tree[i].dep == "appos" && human(tree.head(i))) return true;
  if (tree[i].dep == "oprd" && tree[tree.head(i)].dep == "acl" && human(tree.head(tree.head(i)))) return true;
  const Index before = tree[i].left_edge;
  if (before >= 2 && tree[before - 1].text == "," && tree[before - 2].pos == "NOUN" && human(before - 2)) return true;
  return tree[i].entity == "GPE" && tree[i].dep == "nsubj" && lists.speech.count(tree[tree.head(i)].lemma) > 0;
}

Label Cast::State::label_of(Index first, Index last, bool titled) const {
  const std::string text = text_of(first, last);
  const Token& end = tree[last];
  if (titled) return Label::person;
  if (is_place_name(first, last)) return Label::place;
  if (lists.body(text)) return Label::organization;
  if (!gazetteer.country_of(text).empty()) {
    const bool adjective = end.entity == "NORP" || end.pos == "ADJ" || (end.dep == "amod");
    return adjective ? Label::demonym : Label::place;
  }
  if (const Noun* noun = lists.noun(lowered(end.lemma));
      noun && first < last && noun->sort != Sort::person && noun->sort != Sort::office)
    return Label::organization;
  if (const Noun* noun = lists.noun(lowered(tree[first].text)); noun && first < last && noun->sort == Sort::body)
    return Label::organization;
  if (const auto word = lists.name_words.find(lowered(tree[first].text));
      word != lists.name_words.end() && word->second == "MIL" && first < last)
    return Label::organization;
  const bool given = lists.given.count(std::string(tree[first].text)) > 0;
  if (given && first < last && last - first < 5) return Label::person;
  if (lists.name_words.count(lowered(end.text)) && (first < last || end.entity == "ORG")) return Label::organization;
  if (names_outlet(first)) return Label::organization;
  if (end.entity == "PERSON") return Label::person;
  const bool few_words =
      last > first && last <= first + 3 && upper_first(tree[first].text) && !is_one_of(tree[first].lower, {"the"});
  if (few_words && acts_as_person(last)) return Label::person;
  if (end.entity == "GPE" || end.entity == "LOC") return Label::place;
  if (end.entity == "NORP") return Label::demonym;
  if (end.entity == "ORG" || end.entity == "PRODUCT") return Label::organization;
  if (end.entity == "FAC") return Label::place;
  if (end.entity == "EVENT" || end.entity == "LAW" || end.entity == "WORK_OF_ART") return Label::none;
  return first < last && upper_first(tree[first].text) ? Label::person : Label::organization;
}

namespace {

std::string last_word(const std::string& name) { return name.substr(name.rfind(' ') + 1); }
std::string first_word(const std::string& name) { return name.substr(0, name.find(' ')); }

std::string initials(std::string_view name) {
  std::string out;
  bool start = true;
  for (const char c : name) {
    if (start && c >= 'A' && c <= 'Z') out += c;
    start = c == ' ' || c == '-';
  }
  return out;
}

std::string without_stops(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != '.') out += c;
  return out;
}

bool ends_with_words(std::string_view whole, std::string_view part) {
  return whole.size() > part.size() && whole.ends_with(part) && whole[whole.size() - part.size() - 1] == ' ';
}
bool starts_with_words(std::string_view whole, std::string_view part) {
  return whole.size() > part.size() && whole.starts_with(part) && whole[part.size()] == ' ';
}

}  // namespace

// Longest names first, so that shorter forms find them; then mentions in text order.
void Cast::State::gather_names() {
  std::vector<size_t> order(names.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto words = [this](size_t i) { return names[i].last - names[i].first; };
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return words(a) > words(b); });
  for (const size_t i : order) {
    Name& name = names[i];
    if (name.label == Label::none) continue;
    if (!alias_host(i).empty()) continue;
    const EntityIndex entity = entity_of_name(name);
    if (entity == no_entity) continue;
    for (Index k = name.first; k <= name.last; ++k) entity_of[k] = entity;
    for (Index k = name.title; name.title != no_token && k < name.first; ++k) {
      if (!name_of[k] && tree[k].pos != "ADP") entity_of[k] = entity;
    }
  }
  for (size_t i = 0; i < names.size(); ++i) {
    for (const size_t host : alias_host(i)) {
      const EntityIndex entity = entity_of[names[host].head];
      if (entity == no_entity) continue;
      auto& aliases = entities[entity].actor.aliases;
      if (std::find(aliases.begin(), aliases.end(), names[i].text) == aliases.end()) aliases.push_back(names[i].text);
      for (EntityIndex other = 0; other < entities.size(); ++other) {
        if (entities[other].named && entities[other].actor.name == names[i].text && other != entity)
          replace(other, entity);
      }
      for (Index k = names[i].first; k <= names[i].last; ++k) entity_of[k] = entity;
    }
  }
}

// "People's Liberation Army (PLA)", "Dong Jun (董軍)": the name before the bracket that this one repeats, if it does.
std::vector<size_t> Cast::State::alias_host(size_t i) const {
  const Name& name = names[i];
  if (i == 0 || name.first < 2 || !is_one_of(tree[name.first - 1].text, {"(", "（", "["})) return {};
  const Name& before = names[i - 1];
  if (before.last + 2 != name.first || before.label == Label::none) return {};
  const bool foreign = static_cast<unsigned char>(name.text[0]) >= 0xCE;
  const bool capitals = name.first == name.last && name.text.size() >= 2 &&
                        std::none_of(name.text.begin(), name.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!foreign && !(capitals && before.label != Label::person && gazetteer.country_of(before.text).empty())) return {};
  return {i - 1};
}

// Brussels stands for the European Union where the report speaks of the Union.
bool Cast::State::names_union() const {
  return std::any_of(names.begin(), names.end(), [this](const Name& name) {
    const Body* body = lists.body(name.text);
    return body && body->sector == "EUR";
  });
}

EntityIndex Cast::State::union_entity() {
  Name name;
  name.text = "European Union";
  name.label = Label::organization;
  name.head = name.first = name.last = names.front().first;
  return entity_of_name(name);
}

EntityIndex Cast::State::entity_of_name(const Name& name) {
  const std::string& text = name.text;
  if (name.label == Label::place || name.label == Label::demonym) {
    const auto country = gazetteer.country_of(text);
    if (text == "Brussels" && home != "BEL" && names_union()) return union_entity();
    if (!country.empty()) return name.label == Label::place ? state_entity(country) : no_entity;
    if (name.label == Label::demonym && !lists.body(text)) return no_entity;
  }
  const Body* body = lists.body(text);
  for (EntityIndex e = 0; e < entities.size(); ++e) {
    Entity& known = entities[e];
    if (!known.named) continue;
    const std::string& full = known.actor.name;
    bool same = full == text || lowered(full) == lowered(text);
    const bool unclear =
        known.sort == Sort::body && !known.sector_firm && !known.country_firm && known.actor.sector.empty();
    if (unclear && name.label == Label::person && (same || (last_word(full) == text && full != text))) {
      known.sort = Sort::person;
      known.actor.kind = ActorKind::person;
    }
    const bool person = known.sort == Sort::person;
    if (!same && person && text.find(' ') == std::string::npos) {
      same = (last_word(full) == text || ends_with_words(full, text)) ||
             (first_word(full) == text && name.label == Label::person && lists.given.count(text));
    } else if (!same && person && name.label == Label::person) {
      same = ends_with_words(full, text) || starts_with_words(full, text) ||
             (last_word(full) == last_word(text) && first_word(full) == first_word(text));
    } else if (!same && known.sort != Sort::state && name.label != Label::person) {
      same = (body && lists.body(full) == body) ||
             (without_stops(text).size() >= 2 && initials(full) == without_stops(text)) ||
             (text.size() > 3 && (starts_with_words(full, text) || ends_with_words(full, text)) &&
              name.label == Label::organization && lists.noun(lowered(text)) == nullptr);
    }
    if (!same) continue;
    if (full != text &&
        std::find(known.actor.aliases.begin(), known.actor.aliases.end(), text) == known.actor.aliases.end())
      known.actor.aliases.push_back(text);
    return e;
  }
  Entity fresh;
  fresh.named = true;
  fresh.actor.name = text;
  if (name.label == Label::person) {
    fresh.sort = Sort::person;
    fresh.actor.kind = ActorKind::person;
    const auto given = lists.given.find(first_word(text));
    if (given != lists.given.end() && name.first < name.last) fresh.gender = given->second;
  } else {
    fresh.sort = Sort::body;
    fresh.actor.kind = ActorKind::organization;
    if (name.label == Label::place) {
      fresh.sort = Sort::state;
      fresh.actor.kind = ActorKind::government;
      fresh.actor.sector = "GOV";
      for (const Place& place : places) {
        if (place.span.overlaps(tree[name.last].span)) fresh.actor.country = place.country;
      }
    }
    fresh.heads.push_back(lowered(tree[name.last].lemma));
    fresh.heads.push_back(lowered(tree[name.head].lemma));
  }
  if (body) {
    fresh.actor.sector = body->sector;
    fresh.actor.country = body->country;
    fresh.country_firm = fresh.sector_firm = true;
    if (body->sector == "GOV") fresh.actor.kind = ActorKind::organization;
  } else if (fresh.sort == Sort::body) {
    read_name_words(name, fresh);
    for (Index k = name.first; k <= name.last && fresh.actor.country.empty(); ++k) {
      fresh.actor.country = gazetteer.country_of(tree[k].text);
      fresh.country_firm = !fresh.actor.country.empty();
    }
    fresh.plural = tree[name.head].tag == "NNPS" || tree[name.head].tag == "NNS";
  }
  return add(std::move(fresh));
}

// "Interior Ministry", "Kathmandu Ledger": the last telling word of the name before an "of" gives the sector.
void Cast::State::read_name_words(const Name& name, Entity& body) {
  Index last = name.last;
  for (Index k = name.first + 1; k < name.last; ++k) {
    if (is_one_of(tree[k].lower, {"of", "for", "against"})) {
      last = k - 1;
      break;
    }
  }
  for (Index k = last + 1; k-- > name.first;) {
    for (Index from = name.first; from <= k; ++from) {
      const Noun* noun = lists.noun(lowered(text_of(from, k)));
      if (!noun || noun->sort == Sort::person || noun->sort == Sort::office) continue;
      if (from == k && !noun->firm) continue;
      body.actor.sector = noun->sector;
      body.sector_firm = true;
      body.heads.push_back(lowered(tree[k].lemma));
      return;
    }
    const auto word = lists.name_words.find(lowered(tree[k].text));
    if (word == lists.name_words.end()) continue;
    body.actor.sector = word->second;
    body.sector_firm = true;
    return;
  }
}

}  // namespace coranto::note
