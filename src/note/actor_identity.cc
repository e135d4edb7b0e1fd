// Which names name the same: full names first, then surnames, acronyms and shorter forms find them by their words.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {
namespace {

std::string last_word(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

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

// Small letters and straight apostrophes: "De Roe" ends "Jane de Roe", "O'Neill" ends "Mary O’Neill".
std::string plain(std::string_view text) {
  std::string out = lowered(text);
  for (size_t at = out.find("’"); at != std::string::npos; at = out.find("’", at)) out.replace(at, 3, "'");
  return out;
}

}  // namespace

std::string first_word(const std::string& name) { return name.substr(0, name.find(' ')); }

void add_alias(Actor& actor, const std::string& text) {
  if (actor.name != text && std::find(actor.aliases.begin(), actor.aliases.end(), text) == actor.aliases.end())
    actor.aliases.push_back(text);
}

// Longest names first, so that shorter forms find them.
void Cast::State::gather_names() {
  std::vector<size_t> order(names.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto words = [this](size_t i) { return names[i].last - names[i].first; };
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return words(a) > words(b); });
  for (const size_t i : order) {
    const Name& name = names[i];
    if (name.label == Label::none) continue;
    const EntityIndex entity = entity_of_name(name);
    if (entity == no_entity) continue;
    for (Index k = name.first; k <= std::max(name.last, name.end); ++k) entity_of[k] = entity;
    for (Index k = name.title; name.title != no_token && k < name.first; ++k) {
      if (!name_of[k] && tree[k].pos != "ADP") entity_of[k] = entity;
    }
    if (name.also.empty()) continue;
    add_alias(entities[entity].actor, name.also);
    named_by[name.also].push_back(entity);
  }
}

// A surname that the tagger took for a common word: "Fields said", "told Rice".
void Cast::State::name_surnames() {
  for (Index i = 0; i < tree.size(); ++i) {
    const Token& t = tree[i];
    if (name_of[i] || heading[i] || entity_of[i] != no_entity || t.text[0] < 'A' || t.text[0] > 'Z') continue;
    if (!is_one_of(t.pos, {"NOUN", "ADJ", "PROPN"}) || lists.noun_of(t)) continue;
    const bool speaks = t.dep == "nsubj" && lists.speech.count(tree[tree.head(i)].lemma) > 0;
    if (t.sentence_start && !speaks) continue;
    const auto bearers = named_by.find("last " + plain(t.text));
    if (bearers == named_by.end() || entities[bearers->second.front()].sort != Sort::person) continue;
    Name name;
    name.first = name.last = i;
    name.label = Label::person;
    name.text = t.text;
    keep(name);
    entity_of[i] = bearers->second.front();
    add_alias(entities[entity_of[i]].actor, name.text);
  }
}

// The first and last word, the initials and the known body: what a shorter or other form shares with the name.
std::vector<std::string> Cast::State::keys_of(const std::string& text) const {
  const std::string low = plain(text);
  std::vector<std::string> keys{text, "last " + last_word(low), "first " + first_word(low)};
  if (const std::string letters = initials(text); letters.size() > 1) keys.push_back("initials " + letters);
  if (const Body* body = lists.body(text)) keys.push_back("body " + body->name);
  return keys;
}

// Entities that share a key with the name, the earliest found first.
std::vector<EntityIndex> Cast::State::candidates_for(const std::string& text) const {
  std::vector<std::string> keys = keys_of(text);
  keys.push_back("initials " + without_stops(text));
  const std::string low = plain(text);
  if (low.find(' ') == std::string::npos) keys.insert(keys.end(), {"last " + low, "first " + low});
  std::vector<EntityIndex> found;
  for (const auto& key : keys) {
    const auto entry = named_by.find(key);
    if (entry != named_by.end()) found.insert(found.end(), entry->second.begin(), entry->second.end());
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool Cast::State::is_short_for_person(const Name& name, const std::string& whole) const {
  const std::string text = plain(name.text), full = plain(whole);
  if (text.find(' ') == std::string::npos) return ends_with_words(full, text) || last_word(full) == text;
  return name.label == Label::person && (ends_with_words(full, text) || starts_with_words(full, text) ||
                                         (last_word(full) == last_word(text) && first_word(full) == first_word(text)));
}

bool Cast::State::is_short_for_body(const Name& name, const std::string& full) const {
  const std::string& text = name.text;
  const Body* body = lists.body(text);
  if (body && lists.body(full) == body) return true;
  if (without_stops(text).size() >= 2 && initials(full) == without_stops(text)) return true;
  return text.size() > 3 && name.label == Label::organization && !lists.noun(lowered(text)) &&
         (starts_with_words(full, text) || ends_with_words(full, text));
}

// Whom the name names among those named before; no_entity if nobody. A given name, or a family name that comes first
// ("Wang" for "Wang Lei"), counts where no surname fits.
EntityIndex Cast::State::same_as(const Name& name) {
  EntityIndex by_first = no_entity;
  for (const EntityIndex e : candidates_for(name.text)) {
    Entity& known = entities[e];
    const std::string& full = known.actor.name;
    const auto& aliases = known.actor.aliases;
    const bool same =
        lowered(full) == lowered(name.text) || std::find(aliases.begin(), aliases.end(), name.text) != aliases.end();
    const bool unclear =
        known.sort == Sort::body && !known.sector_firm && !known.country_firm && known.actor.sector.empty();
    if (unclear && name.label == Label::person && (same || is_short_for_person(name, full))) {
      known.sort = Sort::person;
      known.actor.kind = ActorKind::person;
    }
    const bool person = known.sort == Sort::person;
    if (same || (person && is_short_for_person(name, full))) return e;
    if (!person && known.sort != Sort::state && name.label != Label::person && is_short_for_body(name, full)) return e;
    if (by_first == no_entity && person && name.label == Label::person && first_word(full) == name.text) by_first = e;
  }
  return by_first;
}

}  // namespace coranto::note
