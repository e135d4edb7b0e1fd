// What a name makes known of its bearer.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {

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

// The country whose government the name stands for; empty for towns and provinces.
std::string Cast::State::government_of(const std::string& name) const {
  const auto& senses = gazetteer.senses(name);
  if (!senses.empty() && senses.front().area.resolution != Resolution::country) return "";
  return std::string(gazetteer.country_of(name));
}

// "Burman said", "told Jordan": a person's surname that is also a people's or a country's name.
EntityIndex Cast::State::person_called(const Name& name) {
  const Token& t = tree[name.head];
  const bool speaks = t.dep == "nsubj" && lists.speech.count(tree[tree.head(name.head)].lemma) > 0;
  if (name.first < name.last || (t.entity != "PERSON" && !(speaks && t.entity != "GPE"))) return no_entity;
  Name person = name;
  person.label = Label::person;
  const EntityIndex known = same_as(person);
  return known != no_entity && entities[known].sort == Sort::person ? known : no_entity;
}

EntityIndex Cast::State::entity_of_name(const Name& name) {
  if (name.label == Label::place || name.label == Label::demonym) {
    if (const EntityIndex person = person_called(name); person != no_entity) return person;
    const std::string country =
        name.label == Label::place ? government_of(name.text) : std::string(gazetteer.country_of(name.text));
    if (name.text == "Brussels" && home != "BEL" && names_union()) return union_entity();
    if (!country.empty()) return name.label == Label::place ? state_entity(country) : people_of(country, name);
    if (name.label == Label::demonym && !lists.body(name.text))
      return people_of(std::string(gazetteer.country_of(tree[name.first].text)), name);
    if (lists.given.count(name.text) > 0) {  // "Melania" taken for a town
      Name person = name;
      person.label = Label::person;
      if (const EntityIndex bearer = same_as(person); bearer != no_entity) return bearer;
    }
  }
  if (const EntityIndex known = same_as(name); known != no_entity) {
    add_alias(entities[known].actor, name.text);
    entities[known].weak &= name.weak;
    return known;
  }
  const EntityIndex made = add(new_entity(name));
  for (const auto& key : keys_of(name.text)) named_by[key].push_back(made);
  return made;
}

// The known body that the name names, also behind its country: "Afghan Taliban", or before its kind: "Fatah party".
const Body* Cast::State::body_of(const Name& name) const {
  if (const Body* body = lists.body(name.text)) return body;
  if (name.label == Label::person || name.first == name.last) return nullptr;
  const bool of_kind = is_one_of(tree[name.last].lower, {"party", "movement", "group", "organization", "organisation"});
  if (const Body* body = of_kind ? lists.body(text_of(name.first, name.last - 1)) : nullptr) return body;
  const auto country = gazetteer.country_of(tree[name.first].text);
  const Body* body = country.empty() ? nullptr : lists.body(text_of(name.first + 1, name.last));
  return body && (body->country.empty() || body->country == country) ? body : nullptr;
}

// "Palestinians", "the French": those of the country of whom the report speaks.
EntityIndex Cast::State::people_of(const std::string& country, const Name& name) {
  if (country.empty()) return no_entity;
  const Token& head = tree[name.head];
  const bool party = is_one_of(head.dep, {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative", "agent", "appos"});
  if (!party || !is_one_of(head.pos, {"NOUN", "PROPN"})) return no_entity;
  const std::string key = "people " + country;
  if (const auto known = named_by.find(key); known != named_by.end()) return known->second.front();
  Entity people;
  people.actor.name = name.text;
  people.actor.country = country;
  people.actor.sector = "CVL";
  people.actor.kind = ActorKind::group;
  people.sort = Sort::crowd;
  people.plural = people.country_firm = true;
  const EntityIndex made = add(std::move(people));
  named_by[key].push_back(made);
  return made;
}

Entity Cast::State::new_entity(const Name& name) const {
  Entity fresh;
  fresh.named = true;
  fresh.weak = name.weak;
  fresh.actor.name = name.text;
  if (name.label == Label::person) {
    fresh.sort = Sort::person;
    fresh.actor.kind = ActorKind::person;
    const auto given = lists.given.find(first_word(name.text));
    if (given != lists.given.end() && name.first < name.last) fresh.gender = given->second;
  } else {
    fresh.sort = Sort::body;
    fresh.actor.kind = ActorKind::organization;
    if (name.label == Label::place) read_town(name, fresh);
    fresh.heads.push_back(lowered(tree[name.last].lemma));
    fresh.heads.push_back(lowered(tree[name.head].lemma));
  }
  if (const Body* body = body_of(name)) {
    fresh.actor.sector = body->sector;
    const bool elsewhere = body->shared && !home.empty() && country_votes.count(body->country) == 0;
    fresh.actor.country = elsewhere ? home : body->country;
    fresh.country_firm = fresh.sector_firm = true;
  } else if (fresh.sort == Sort::body) {
    read_name_words(name, fresh);
  }
  return fresh;
}

// A town or province stands for those who govern it.
void Cast::State::read_town(const Name& name, Entity& town) const {
  town.sort = Sort::state;
  town.actor.kind = ActorKind::government;
  town.actor.sector = "GOV";
  for (const Place& place : places) {
    if (place.span.overlaps(tree[name.last].span)) town.actor.country = place.country;
  }
}

// "Interior Ministry", "Kathmandu Ledger": the last telling word of the name before an "of" gives the sector, a country
// in it the country.
void Cast::State::read_name_words(const Name& name, Entity& body) const {
  for (Index k = name.first; k <= name.last && body.actor.country.empty(); ++k) {
    body.actor.country = gazetteer.country_of(tree[k].text);
    body.country_firm = !body.actor.country.empty();
  }
  body.plural = tree[name.head].tag == "NNPS" || tree[name.head].tag == "NNS";
  Index last = name.last;
  for (Index k = name.last; k-- > name.first + 1;) {
    if (is_one_of(tree[k].lower, {"of", "for", "against"})) last = k - 1;
  }
  for (Index k = last + 1; k-- > name.first;) {
    for (Index from = name.first; from <= k; ++from) {
      const Noun* noun = lists.noun(lowered(text_of(from, k)));
      if (!noun || noun->sort == Sort::person || noun->sort == Sort::office || (from == k && !noun->firm)) continue;
      body.actor.sector = noun->sector;
      body.sector_firm = true;
      body.heads.push_back(lowered(tree[k].lemma));
      return;
    }
    const auto word = lists.name_words.find(lowered(tree[k].text));
    if (word == lists.name_words.end() || word->second.empty()) continue;
    body.actor.sector = word->second;
    body.sector_firm = true;
    return;
  }
}

}  // namespace coranto::note
