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

void Cast::State::give_role(EntityIndex person, Index office) {
  const Phrase phrase = phrase_at(office);
  if (!phrase.sense || phrase.sense->sort == Sort::body || phrase.sense->sort == Sort::crowd) return;
  Entity& bearer = entities[person];
  bearer.heads.push_back(lowered(tree[office].lemma));
  bearer.heads.push_back(phrase.noun);
  if (bearer.gender == '-') bearer.gender = phrase.sense->gender;
  if (bearer.actor.role.empty() && phrase.sense->sort == Sort::office) {
    Index last = office;
    const Index of = tree.object_of(office, "of");
    if (of != no_token && of > office) last = tree[of].right_edge < of + 4 ? tree[of].right_edge : of;
    bearer.actor.role = text_of(phrase.bare, last);
  }
  if (!bearer.sector_firm) {
    bearer.actor.sector = phrase.sector;
    bearer.sector_firm = true;
  }
  if (!bearer.country_firm && !phrase.country.empty() && !phrase.plural) {
    bearer.actor.country = phrase.country;
    bearer.country_firm = true;
  }
  if (is_one_of(bearer.actor.sector, {"UNO", "EUR", "IGO", "NGO"}) && phrase.country.empty())
    bearer.country_firm = true;
}

void Cast::State::read_roles() {
  for (const Name& name : names) {
    const EntityIndex e = entity_of[name.head];
    if (e == no_entity || entities[e].sort == Sort::state) continue;
    if (entities[e].sort != Sort::person) {
      link_apposition(e, name.head);
      read_body_nouns(e, name.head);
      continue;
    }
    if (name.title != no_token) {  // "Foreign Minister X", "General X", "Ms X"
      std::string title = lowered(text_of(name.title, name.first - 1));
      for (size_t at = 0; at != std::string::npos;) {
        std::string key = title.substr(at);
        while (!key.empty() && key.back() == '.') key.pop_back();
        std::string noun_key = key;
        if (const auto means = lists.titles.find(key); means != lists.titles.end()) {
          noun_key = means->second;
          const auto gender = lists.title_gender.find(key);
          if (gender != lists.title_gender.end()) entities[e].gender = gender->second;
        }
        if (const Noun* noun = lists.noun(noun_key)) {
          Entity& bearer = entities[e];
          const bool former = title.starts_with("former") ||
                              (name.title > 0 && is_one_of(tree[name.title - 1].lower, {"former", "ex", "ex-"}));
          if (!bearer.sector_firm) bearer.actor.sector = former ? "ELI" : noun->sector, bearer.sector_firm = true;
          bearer.heads.push_back(noun_key);
          bearer.heads.push_back(noun_key.substr(noun_key.rfind(' ') + 1));
          if (bearer.actor.role.empty()) bearer.actor.role = text_of(name.title, name.first - 1);
          if (bearer.gender == '-') bearer.gender = noun->gender;
          break;
        }
        at = title.find(' ', at);
        if (at != std::string::npos) ++at;
      }
    }
    if (name.title != no_token) read_body_of_title(e, name);
    for (Index i = name.title != no_token ? name.title : name.first; i < name.first; ++i) {
      if (const auto country = country_of_token(i); !country.empty() && !entities[e].country_firm) {
        entities[e].actor.country = country;
        entities[e].country_firm = true;
      }
    }
    for (Index c : tree.children(name.head)) {
      const Token& t = tree[c];
      if (t.dep == "appos" && t.pos == "NOUN") give_role(e, c), entity_of[c] = e;
      if (c < name.first && is_one_of(t.dep, {"compound", "nmod"}) && t.pos == "NOUN")
        give_role(e, c), entity_of[c] = e;
      if (c < name.first && t.dep == "poss" && entity_of[c] != no_entity && entities[entity_of[c]].sort == Sort::body) {
        const Entity body = entities[entity_of[c]];  // "the State Department's X"
        if (!entities[e].sector_firm) entities[e].actor.sector = body.actor.sector, entities[e].sector_firm = true;
        if (!entities[e].country_firm) entities[e].actor.country = body.actor.country, entities[e].country_firm = true;
      }
      if (c < name.first && is_one_of(t.dep, {"poss", "amod", "compound", "nmod"})) {
        const auto country = country_of_token(c);
        if (!country.empty() && !entities[e].country_firm)
          entities[e].actor.country = country, entities[e].country_firm = true;
      }
    }
    if (name.office != no_token) give_role(e, name.office), entity_of[name.office] = e;
    link_apposition(e, name.head);
    link_neighbour(e, name);
    const Index above = tree.head(name.head);
    const bool called = is_one_of(tree[name.head].dep, {"oprd", "dobj", "attr"}) && tree[above].dep == "acl" &&
                        is_one_of(tree[above].lemma, {"call", "name"});
    if (called && tree[tree.head(above)].tag == "NN" && !name_of[tree.head(above)])
      give_role(e, tree.head(above)), entity_of[tree.head(above)] = e;
    if (tree[name.head].dep == "nsubj" && tree[above].lemma == "be") {
      const Index attribute = tree.child(above, {"attr"});
      if (attribute != no_token && tree[attribute].pos == "NOUN" && tree[attribute].tag == "NN")
        give_role(e, attribute);
    }
    for (const auto preposition : {"of", "from", "with", "at"}) {
      const Index of = tree.object_of(name.head, preposition);
      if (of == no_token || entity_of[of] == no_entity) continue;
      const Entity body = entities[entity_of[of]];
      if (body.sort == Sort::body && !entities[e].sector_firm)
        entities[e].actor.sector = body.actor.sector, entities[e].sector_firm = true;
      if (!entities[e].country_firm && !body.actor.country.empty())
        entities[e].actor.country = body.actor.country, entities[e].country_firm = true;
    }
  }
}

// "the ambassador in Bratislava, X": the parser may hang X on the ambassador or on Bratislava.
void Cast::State::link_apposition(EntityIndex bearer, Index name) {
  if (tree[name].dep != "appos") return;
  const bool person = entities[bearer].sort == Sort::person;
  Index above = tree.head(name);
  for (int step = 0; step < 8; ++step) {
    const bool nominal = is_one_of(tree[above].tag, {"NN", "NNP", "NNS", "NNPS"}) && !name_of[above];
    const Noun* noun = nominal ? lists.noun(lowered(tree[above].lemma)) : nullptr;
    const bool human = noun && (noun->sort == Sort::person || noun->sort == Sort::office);
    if (human && person && is_one_of(tree[above].tag, {"NNS", "NNPS"})) return give_role(bearer, above);
    if (noun && human == person) {
      if (person)
        give_role(bearer, above);
      else
        entities[bearer].heads.push_back(lowered(tree[above].lemma));
      entity_of[above] = bearer;
      return;
    }
    if (!is_one_of(tree[above].dep, {"pobj", "prep", "compound", "nmod", "conj", "poss"}) || tree.is_root(above))
      return;
    above = tree.head(above);
  }
}

// "the minister, X": an office right before the comma, whatever the parser hung X on.
void Cast::State::link_neighbour(EntityIndex person, const Name& name) {
  const Index first = name.title != no_token ? name.title : name.first;
  if (first < 2 || tree[first - 1].text != ",") return;
  const Index office = first - 2;
  if (name_of[office] || entity_of[office] != no_entity || !is_one_of(tree[office].tag, {"NN", "NNP"})) return;
  if (tree.sentence_of(office) != tree.sentence_of(first)) return;
  const Noun* noun = lists.noun(lowered(tree[office].lemma));
  if (!noun || noun->sort != Sort::office) return;
  give_role(person, office);
  entity_of[office] = person;
}

// "the FDSEA, their union": a body that a noun beside it names.
void Cast::State::read_body_nouns(EntityIndex body, Index name) {
  for (Index i = base_first(name); i < name; ++i) {
    const bool party = is_one_of(entities[body].actor.sector, {"PTY", "", "BUS", "SOC"});
    if (party && tree[i].lower == "opposition") entities[body].actor.sector = "OPP", entities[body].sector_firm = true;
    if (party && is_one_of(tree[i].lower, {"ruling", "governing"}))
      entities[body].actor.sector = "GOV", entities[body].sector_firm = true;
  }
  for (const Index c : tree.children(name)) {
    if (tree[c].pos != "NOUN" || name_of[c]) continue;
    const bool beside = tree[c].dep == "appos" || (c < name && is_one_of(tree[c].dep, {"compound", "nmod"}));
    const Noun* noun = beside ? lists.noun(lowered(tree[c].lemma)) : nullptr;
    if (!noun || noun->sort == Sort::person || noun->sort == Sort::office) continue;
    entities[body].heads.push_back(lowered(tree[c].lemma));
    entity_of[c] = body;
    const Phrase phrase = phrase_at(c);
    Entity& known = entities[body];
    if (!known.sector_firm && !phrase.sector.empty()) known.actor.sector = phrase.sector, known.sector_firm = true;
    if (!known.country_firm && !phrase.country.empty()) known.actor.country = phrase.country, known.country_firm = true;
  }
}

// "State Department spokesman X", "EU commissioner Y": the body that the title names.
void Cast::State::read_body_of_title(EntityIndex person, const Name& name) {
  const bool owned = name.title > 0 && tree.sentence_of(name.title - 1) == tree.sentence_of(name.title) &&
                     lists.body(tree[name.title - 1].text);
  for (Index from = owned ? name.title - 1 : name.title; from < name.first; ++from) {
    for (Index to = name.first; to-- > from;) {
      const Body* body = lists.body(text_of(from, to));
      if (!body) continue;
      Entity& bearer = entities[person];
      if (!bearer.country_firm) bearer.actor.country = body->country;
      bearer.country_firm = true;
      const Noun* noun = lists.noun(lowered(text_of(to + 1 < name.first ? to + 1 : to, name.first - 1)));
      if (!noun || !noun->firm || is_one_of(body->sector, {"UNO", "EUR", "IGO", "NGO"}))
        bearer.actor.sector = body->sector;
      return;
    }
  }
}

// The country that most names and places speak of; the opening counts more, as a dateline does.
void Cast::State::find_home() {
  std::map<std::string, double> votes;
  for (Index i = 0; i < tree.size(); ++i) {
    Index last = i;
    while (last + 1 < tree.size() && (tree[last + 1].ner == 'I' || tree[last + 1].ner == 'L')) ++last;
    const bool place = is_one_of(tree[i].entity, {"GPE", "LOC"}) && last > i;
    if (!place && tree[i].pos != "PROPN" && tree[i].entity.empty()) continue;
    if (!place) last = i;
    if (const auto country = gazetteer.country_of(text_of(i, last)); !country.empty())
      votes[std::string(country)] += i < 40 ? 2 : 1;
    i = last;
  }
  bool first = true;
  for (const Place& place : places) {
    const bool town = place.use == PlaceUse::place && place.resolution != Resolution::country;
    if (!town || place.country.empty()) continue;
    votes[place.country] += first ? 3 : 1;
    first = false;
  }
  double best = 0;
  for (const auto& [country, count] : votes) {
    if (count > best) best = count, home = country;
  }
  weigh_home();
}

// A report of one country's inner affairs: nearly all places it names lie there, and the first town does.
void Cast::State::weigh_home() {
  size_t all = 0, here = 0, towns = 0, towns_here = 0;
  bool opens_here = true;
  for (const Place& place : places) {
    if (place.country.empty()) continue;
    const bool at_home = place.country == home;
    ++all, here += at_home;
    if (place.use != PlaceUse::place || place.resolution == Resolution::country) continue;
    if (++towns == 1) opens_here = at_home;
    towns_here += at_home;
  }
  home_alone = here > 0 && 10 * here >= 7 * all && opens_here;
  home_towns = towns > 0 && towns == towns_here && 2 * here >= all;
}

// The country of the one town that the sentence names; empty where it names none or several countries.
std::string Cast::State::country_of_scene(Span words) const {
  const Index token = tree.token_at(words.begin);
  if (token == no_token) return "";
  const Span sentence = tree.sentence_span(tree.sentence_of(token));
  auto place =
      std::partition_point(places.begin(), places.end(), [&](const Place& p) { return p.span.begin < sentence.begin; });
  std::string found;
  for (; place != places.end() && place->span.begin < sentence.end; ++place) {
    if (place->country.empty() || place->use != PlaceUse::place) continue;
    if (!found.empty() && found != place->country) return "";
    if (place->resolution != Resolution::country) found = place->country;
  }
  return found;
}

// The report's own country, or that of the scene for those who serve a town, where nothing else is said.
void Cast::State::settle(Entity& e) const {
  if (!e.at_home || e.country_firm || !e.members.empty() || !e.actor.country.empty()) return;
  if (is_one_of(e.actor.sector, {"IGO", "UNO", "EUR", "NGO", "IMG", "ISM", "MNC", "UNK"})) return;
  const bool serves_town = is_one_of(e.actor.sector, {"COP", "JUD", "MED", "EDU"});
  const bool official = serves_town || is_one_of(e.actor.sector, {"GOV", "LEG", "MIL", "PTY", "OPP"});
  if (home_alone || (home_towns && official))
    e.actor.country = home;
  else if (serves_town && !e.actor.mentions.empty())
    e.actor.country = country_of_scene(e.actor.mentions.front());
}

}  // namespace coranto::note
