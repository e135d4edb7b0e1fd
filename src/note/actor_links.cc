// Offices and bodies beside a name: appositions, neighbours, the body in a title.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {

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

// First token of the known body that stands right before the title, the longest that there is; the title if none does.
Index Cast::State::body_before(Index title) const {
  constexpr Index longest = 5;
  const Index begin =
      std::max<Index>(tree.sentence_begin(tree.sentence_of(title)), title > longest ? title - longest : 0);
  for (Index from = begin; from < title; ++from) {
    if (lists.body(text_of(from, title - 1))) return from;
  }
  return title;
}

// "State Department spokesman X", "EU commissioner Y": the body that the title names.
void Cast::State::read_body_of_title(EntityIndex person, const Name& name) {
  for (Index from = body_before(name.title); from < name.first; ++from) {
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

}  // namespace coranto::note
