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

bool can_belong(const Token& t) {
  return !t.is_space && (t.pos == "PROPN" || names_something(t.entity)) && !is_one_of(t.tag, {"POS", "``", "''"});
}

bool is_small_word(const Token& t) {
  return is_one_of(t.lower, {"of", "for", "and", "the", "de", "la", "du", "des", "&", "-", "’", "'", "van", "von", "bin", "al", "el", "to", "on", "in"});
}

}  // namespace

// A name's head is a proper token whose own head lies outside the run it stands in.
void Cast::State::find_names() {
  name_of.assign(tree.size(), 0);
  for (Index i = 0; i < tree.size(); ++i) {
    if (name_of[i] || !can_belong(tree[i])) continue;
    const size_t sentence = tree.sentence_of(i);
    Index last = i;
    while (last + 1 < tree.size() && tree.sentence_of(last + 1) == sentence) {
      const Token& next = tree[last + 1];
      const bool same_entity = is_one_of(std::string_view(&next.ner, 1), {"I", "L"}) && names_something(next.entity);
      const bool linked = can_belong(next) && !same_entity && (next.ner == 'O' || tree[last].ner == 'O' || next.entity == tree[last].entity || next.entity == "PERSON" || tree[last].entity == "NORP") &&
                          (tree.head(last) == last + 1 || tree.head(last + 1) == last || tree.head(last) == tree.head(last + 1) ||
                           tree.dominates(last + 1, last)) &&
                          !is_one_of(next.dep, {"conj", "appos"});
      if (!same_entity && !linked) break;
      if (next.tag == "POS" && !(last + 2 < tree.size() && is_one_of(std::string_view(&tree[last + 2].ner, 1), {"I", "L"}))) break;
      ++last;
    }
    Name name;
    name.first = i;
    name.last = last;
    while (name.first < name.last && (is_one_of(tree[name.first].lower, {"the", "a", "an", "former", "ex"}) || tree[name.first].pos == "PUNCT")) ++name.first;
    while (name.last > name.first && (tree[name.last].tag == "POS" || tree[name.last].pos == "PUNCT" || is_small_word(tree[name.last]))) --name.last;
    // A possessive inside splits: "Georgia's Interior Ministry" are two names.
    for (Index k = name.first; k < name.last; ++k) {
      if (tree[k].tag == "POS" || (is_one_of(tree[k].lower, {"'s", "’s"}))) {
        const std::string owner = text_of(name.first, k - 1);
        if (!gazetteer.country_of(owner).empty()) {
          Name first = name;
          first.last = k - 1;
          first.label = Label::place;
          first.text = owner;
          first.head = first.last;
          names.push_back(first);
          for (Index t = first.first; t <= first.last; ++t) name_of[t] = static_cast<uint32_t>(names.size());
          name.first = k + 1;
        }
      }
    }
    const Index whole = name.first;
    // Titles before the name.
    bool titled = false;
    for (Index cut = name.last; cut > whole; --cut) {
      std::string title = lowered(text_of(whole, cut - 1));
      std::string_view words = title;
      while (!words.empty()) {
        std::string key(words);
        while (!key.empty() && key.back() == '.') key.pop_back();
        const Noun* noun = lists.noun(key);
        const bool office = noun && (noun->sort == Sort::office || noun->sort == Sort::person);
        if ((office || lists.titles.count(key)) && !lists.body(text_of(whole, name.last))) {
          titled = true;
          break;
        }
        const size_t space = words.find(' ');
        if (space == std::string_view::npos) break;
        words.remove_prefix(space + 1);
      }
      if (titled) {
        name.title = whole;
        name.first = cut;
        break;
      }
    }
    name.text = text_of(name.first, name.last);
    name.label = label_of(name.first, name.last, titled);
    // A demonym before a person or before a common noun is a modifier of its own.
    if (!titled && name.label == Label::person && name.first < name.last && !gazetteer.country_of(tree[name.first].text).empty() && tree[name.first].ner != 'B') ++name.first, name.text = text_of(name.first, name.last);
    name.head = name.last;
    for (Index k = name.first; k <= name.last; ++k) {
      const Index h = tree.head(k);
      if (tree.is_root(k) || h < name.first || h > name.last) { name.head = k; if (tree[k].pos != "PUNCT") break; }
    }
    names.push_back(name);
    for (Index k = name.first; k <= name.last; ++k) name_of[k] = static_cast<uint32_t>(names.size());
    i = std::max(i, last);
  }
}

Label Cast::State::label_of(Index first, Index last, bool titled) const {
  const std::string text = text_of(first, last);
  const Token& end = tree[last];
  if (titled) return Label::person;
  if (lists.body(text)) return Label::organization;
  if (!gazetteer.country_of(text).empty()) {
    const bool adjective = end.entity == "NORP" || end.pos == "ADJ" || (end.dep == "amod");
    return adjective ? Label::demonym : Label::place;
  }
  if (const Noun* noun = lists.noun(lowered(end.lemma)); noun && first < last && noun->sort != Sort::person && noun->sort != Sort::office) return Label::organization;
  if (const Noun* noun = lists.noun(lowered(tree[first].text)); noun && first < last && noun->sort == Sort::body) return Label::organization;
  const bool given = lists.given.count(std::string(tree[first].text)) > 0;
  if (given && first < last && last - first < 5) return Label::person;
  if (end.entity == "PERSON") return Label::person;
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
  for (const char c : text) if (c != '.') out += c;
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
    const EntityIndex entity = entity_of_name(name);
    if (entity == no_entity) continue;
    for (Index k = name.first; k <= name.last; ++k) entity_of[k] = entity;
    if (name.title != no_token) for (Index k = name.title; k < name.first; ++k) if (!name_of[k]) entity_of[k] = entity;
  }
}

EntityIndex Cast::State::entity_of_name(const Name& name) {
  const std::string& text = name.text;
  if (name.label == Label::place || name.label == Label::demonym) {
    const auto country = gazetteer.country_of(text);
    if (!country.empty()) return name.label == Label::place ? state_entity(country) : no_entity;
    if (name.label == Label::demonym && !lists.body(text)) return no_entity;
  }
  const Body* body = lists.body(text);
  for (EntityIndex e = 0; e < entities.size(); ++e) {
    Entity& known = entities[e];
    if (!known.named) continue;
    const std::string& full = known.actor.name;
    bool same = full == text || lowered(full) == lowered(text);
    const bool person = known.sort == Sort::person;
    if (!same && person && text.find(' ') == std::string::npos) {
      same = (last_word(full) == text || ends_with_words(full, text)) || (first_word(full) == text && name.label == Label::person && lists.given.count(text));
    } else if (!same && person && name.label == Label::person) {
      same = ends_with_words(full, text) || starts_with_words(full, text) ||
             (last_word(full) == last_word(text) && first_word(full) == first_word(text));
    } else if (!same && known.sort != Sort::state && name.label != Label::person) {
      same = (body && lists.body(full) == body) ||
             (without_stops(text).size() >= 2 && initials(full) == without_stops(text)) ||
             (text.size() > 3 && (starts_with_words(full, text) || ends_with_words(full, text)) && name.label == Label::organization && lists.noun(lowered(text)) == nullptr);
    }
    if (!same) continue;
    if (full != text && std::find(known.actor.aliases.begin(), known.actor.aliases.end(), text) == known.actor.aliases.end()) known.actor.aliases.push_back(text);
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
    fresh.heads.push_back(lowered(tree[name.first].text));
  }
  if (body) {
    fresh.actor.sector = body->sector;
    fresh.actor.country = body->country;
    fresh.country_firm = fresh.sector_firm = true;
    if (body->sector == "GOV") fresh.actor.kind = ActorKind::organization;
  } else if (fresh.sort == Sort::body) {
    // "Interior Ministry", "Bank of X": the noun in the name tells the sector.
    for (Index k = name.last + 1; k-- > name.first;) {
      for (Index from = name.first; from <= k; ++from) {
        const Noun* noun = lists.noun(lowered(text_of(from, k)));
        if (!noun) continue;
        fresh.actor.sector = noun->sector;
        fresh.sector_firm = noun->firm;
        fresh.heads.push_back(lowered(tree[k].lemma));
        break;
      }
      if (!fresh.actor.sector.empty()) break;
    }
    for (Index k = name.first; k <= name.last && fresh.actor.country.empty(); ++k) {
      fresh.actor.country = gazetteer.country_of(tree[k].text);
      fresh.country_firm = !fresh.actor.country.empty();
    }
    fresh.plural = tree[name.head].tag == "NNPS" || tree[name.head].tag == "NNS";
  }
  return add(std::move(fresh));
}

}  // namespace coranto::note
