// Roles, countries and sectors: what the words around a name say of its bearer.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {

std::string Cast::State::country_of_token(Index i) {
  if (name_of[i]) {
    const Name& name = names[name_of[i] - 1];
    const auto country = gazetteer.country_of(name.text);
    if (!country.empty()) return std::string(country);
  }
  if (const auto country = gazetteer.country_of(tree[i].text); !country.empty() && tree[i].text[0] < 'a')
    return std::string(country);
  const Span here = tree[i].span;
  const auto place =
      std::partition_point(places.begin(), places.end(), [here](const Place& p) { return p.span.end <= here.begin; });
  return place != places.end() && place->span.overlaps(here) ? place->country : std::string();
}

// "police", "opposition", "rebel" before a noun tell whose it is.
std::string Cast::State::sector_of_modifiers(Index head) {
  std::string sector;
  const Index first = base_first(head);
  for (Index i = first; i < head; ++i) {
    if (tree[i].lower == "opposition") return "OPP";
    if (tree[i].dep == "poss" || tree[i].tag == "POS") {
      sector.clear();
      continue;
    }
    if (name_of[i] && entity_of[i] != no_entity && entities[entity_of[i]].sort == Sort::body)
      sector = entities[entity_of[i]].actor.sector;
    for (Index from = first; from <= i; ++from) {
      const Noun* noun = lists.noun(lowered(text_of(from, i)));
      if (!noun) continue;
      if (noun->firm) sector = noun->sector;
      break;
    }
    if (is_one_of(tree[i].lower, {"naval", "military"})) sector = "MIL";
    if (is_one_of(tree[i].lower, {"un", "u.n."})) sector = "UNO";
    if (is_one_of(tree[i].lower, {"eu", "e.u.", "european"})) sector = "EUR";
  }
  return sector;
}

// The words of an office as written, without article, country and owner: "Minister of Foreign Affairs and Trade".
std::string Cast::State::role_text(Index first, Index office, bool with_complement) {
  Index begin = first;
  for (Index i = first; i < office; ++i) {
    const bool owner = tree[i].tag == "POS" || is_one_of(tree[i].tag, {"PRP$", "DT"});
    const bool country = is_one_of(tree[i].dep, {"amod", "compound", "nmod", "poss"}) && !country_of_token(i).empty() &&
                         !lists.noun(lowered(text_of(i, office)));
    if (owner || country) begin = i + 1;
  }
  Index last = office;
  const Index of = with_complement ? tree.object_of(office, "of") : no_token;
  if (of != no_token && of > office && of < office + 6) {
    last = std::min<Index>(tree[of].right_edge, office + 8);
    for (Index i = office + 1; i <= last; ++i) {
      if (is_one_of(tree[i].pos, {"PUNCT", "VERB"}) || tree[i].is_space || tree[i].entity == "PERSON") last = i - 1;
    }
    while (last > office && is_one_of(tree[last].pos, {"ADP", "DET", "CCONJ", "PART"})) --last;
  }
  return text_of(begin, last);
}

void Cast::State::give_country(Entity& bearer, std::string_view country) {
  if (country.empty() || bearer.country_firm) return;
  bearer.actor.country = country;
  bearer.country_firm = true;
}

void Cast::State::give_sector(Entity& bearer, std::string_view sector) {
  if (sector.empty() || bearer.sector_firm) return;
  bearer.actor.sector = sector;
  bearer.sector_firm = true;
}

void Cast::State::give_role(EntityIndex person, Index office) {
  const Phrase phrase = phrase_at(office);
  if (!phrase.sense || phrase.sense->sort == Sort::body || phrase.sense->sort == Sort::crowd) return;
  Entity& bearer = entities[person];
  bearer.heads.push_back(lowered(tree[office].lemma));
  bearer.heads.push_back(phrase.noun);
  if (bearer.gender == '-') bearer.gender = phrase.sense->gender;
  if (bearer.actor.role.empty() && phrase.sense->sort == Sort::office && !phrase.plural)
    bearer.actor.role = role_text(phrase.bare, office, true);
  give_sector(bearer, phrase.sector);
  if (!phrase.plural) give_country(bearer, phrase.country);
  if (!bearer.office_of) bearer.office_of = lists.countries_of(phrase.noun);
  if (bearer.house == no_entity && phrase.owner != person) bearer.house = phrase.owner;
  if (is_one_of(bearer.actor.sector, {"UNO", "EUR", "IGO", "NGO"}) && phrase.country.empty())
    bearer.country_firm = true;
}

// "Foreign Minister X", "General X", "Ms X": the longest end of the title that a table knows.
void Cast::State::read_title(EntityIndex person, const Name& name) {
  const std::string title = lowered(text_of(name.title, name.first - 1));
  Entity& bearer = entities[person];
  for (size_t at = 0; at != std::string::npos; at = title.find(' ', at), at += at != std::string::npos) {
    std::string key = title.substr(at);
    while (!key.empty() && key.back() == '.') key.pop_back();
    const std::string written = key;
    if (const auto means = lists.titles.find(key); means != lists.titles.end()) {
      const auto gender = lists.title_gender.find(key);
      if (gender != lists.title_gender.end()) bearer.gender = gender->second;
      key = means->second;
    }
    const Noun* noun = lists.noun(key);
    if (!noun) continue;
    bearer.office_of = lists.countries_of(written);
    if (!bearer.office_of) bearer.office_of = lists.countries_of(key);
    const bool former =
        is_former(title.substr(0, title.find(' '))) || (name.title > 0 && is_former(tree[name.title - 1].lower));
    give_sector(bearer, former ? "ELI" : noun->sector);
    bearer.heads.push_back(key);
    bearer.heads.push_back(key.substr(key.rfind(' ') + 1));
    if (bearer.actor.role.empty()) bearer.actor.role = role_text(name.title, name.first - 1, false);
    if (bearer.gender == '-') bearer.gender = noun->gender;
    return;
  }
}

// What stands before the name: office, owner and country ("the State Department's X", "Nigerian writer Y").
void Cast::State::read_modifiers(EntityIndex e, const Name& name) {
  const bool person = entities[e].sort == Sort::person;
  for (Index c : tree.children(name.head)) {
    const Token& t = tree[c];
    if (person && !name_of[c] && is_one_of(t.pos, {"NOUN", "PROPN"}) &&
        (t.dep == "appos" || (c < name.first && is_one_of(t.dep, {"compound", "nmod"}))))
      give_role(e, c), entity_of[c] = e;
    if (c >= name.first) continue;
    const EntityIndex owner = entity_of[c];
    if (t.dep == "poss" && owner != no_entity && owner != e && entities[owner].sort == Sort::body) {
      if (person) give_sector(entities[e], entities[owner].actor.sector);
      give_country(entities[e], entities[owner].actor.country);
    }
    if (is_one_of(t.dep, {"poss", "amod", "compound", "nmod"})) give_country(entities[e], country_of_token(c));
  }
}

// "X, called Y", "X is the minister", "X of the Red Cross".
void Cast::State::read_predicates(EntityIndex e, const Name& name) {
  const Index above = tree.head(name.head);
  const bool called = is_one_of(tree[name.head].dep, {"oprd", "dobj", "attr"}) && tree[above].dep == "acl" &&
                      is_one_of(tree[above].lemma, {"call", "name"});
  if (called && tree[tree.head(above)].tag == "NN" && !name_of[tree.head(above)])
    give_role(e, tree.head(above)), entity_of[tree.head(above)] = e;
  if (tree[name.head].dep == "nsubj" && tree[above].lemma == "be") {
    const Index attribute = tree.child(above, {"attr"});
    if (attribute != no_token && tree[attribute].pos == "NOUN" && tree[attribute].tag == "NN") give_role(e, attribute);
  }
  for (const auto preposition : {"of", "from", "with", "at"}) {
    const Index of = tree.object_of(name.head, preposition);
    if (of == no_token || entity_of[of] == no_entity) continue;
    const Entity& body = entities[entity_of[of]];
    if (body.sort == Sort::body) give_sector(entities[e], body.actor.sector);
    give_country(entities[e], body.actor.country);
  }
}

void Cast::State::read_roles() {
  for (const Name& name : names) {
    const EntityIndex e = entity_of[name.head];
    if (e == no_entity || entities[e].sort == Sort::state) continue;
    if (entities[e].sort != Sort::person) {
      link_apposition(e, name.head);
      read_body_nouns(e, name.head);
      if (entities[e].actor.country.empty()) read_modifiers(e, name);
      continue;
    }
    if (name.title != no_token) {
      read_title(e, name);
      read_body_of_title(e, name);
      for (Index i = name.title; i < name.first; ++i) give_country(entities[e], country_of_token(i));
    }
    read_modifiers(e, name);
    if (name.office != no_token) give_role(e, name.office), entity_of[name.office] = e;
    link_apposition(e, name.head);
    link_neighbour(e, name);
    read_predicates(e, name);
  }
}

}  // namespace coranto::note
