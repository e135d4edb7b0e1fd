// Nameless actors: which noun phrases make one, and what it is called.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {
namespace {

bool is_part(std::string_view word) {
  return is_one_of(word, {"one",  "two",     "three",  "four",    "five",    "six",  "seven", "eight", "nine",
                          "ten",  "some",    "many",   "several", "all",     "both", "each",  "few",   "none",
                          "most", "members", "member", "others",  "another", "any",  "half"});
}

// Endings of nouns for people who do something, for nouns in no table.
bool is_agentive(const Token& noun) {
  if (noun.tag != "NN" && noun.tag != "NNS") return false;
  for (const auto ending :
       {"ist", "man", "men", "woman", "women", "eer", "ee", "yer", "person", "ian", "cian", "er", "or"}) {
    if (noun.lemma.ends_with(ending) && noun.lemma.size() > std::string_view(ending).size() + 2) return true;
  }
  return false;
}

// A phrase does not go on beyond its paragraph.
Index before_break(const Tree& tree, Index first, Index last) {
  for (Index k = first + 1; k <= last; ++k) {
    if (tree[k].is_space) return k - 1;
  }
  return last;
}

}  // namespace

// "two of the three men", "members of the party", "both".
EntityIndex Cast::State::read_part(Index head, bool asked, Span span) {
  const Token& t = tree[head];
  const Index named = tree.child(head, {"appos"});
  if (named != no_token && t.lower == "one" && entity_of[named] != no_entity) return entity_of[named];
  const Index whole = tree.object_of(head, "of");
  const EntityIndex of = whole == no_token ? no_entity : at(whole, asked);
  if (of == no_entity) {
    if (!asked || !is_one_of(t.lower, {"two", "both"})) return no_entity;
    const auto members = last_two(head, std::string(t.lower));
    return members.size() == 2 ? joint(head, members) : no_entity;
  }
  Entity part;
  part.actor = entities[of].actor;
  part.actor.mentions = {Span{span.begin, tree[whole].span.end}};
  part.actor.aliases.clear();
  part.actor.name = text_of(base_first(head), tree[whole].right_edge);
  part.sort = Sort::person;
  part.head = entities[of].head;
  return add(part);
}

EntityIndex Cast::State::read_nominal(Index head, bool asked) {
  const Token& t = tree[head];
  if (!is_one_of(t.pos, {"NOUN", "PROPN", "NUM", "ADJ", "DET"})) return no_entity;
  if (is_one_of(t.entity, {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})) return no_entity;
  if (is_one_of(t.dep, {"compound", "nmod"}) && !asked) return no_entity;
  Index begin = base_first(head);
  while (begin < head && is_clock(tree[begin])) ++begin;
  const Span span{tree[begin].span.begin, t.span.end};
  if (const Index who = counted(head); who != no_token) {
    const EntityIndex crowd = at(who, asked);
    if (crowd != no_entity) return mention(crowd, head, {span.begin, tree[who].span.end}), crowd;
  }
  if (is_part(t.lower) && (t.pos != "NOUN" || t.lower == "one")) {
    const EntityIndex part = read_part(head, asked, span);
    if (part != no_entity) mention(part, head, span);
    return part;
  }
  if (!is_one_of(t.pos, {"NOUN", "PROPN"})) return no_entity;
  const Phrase phrase = phrase_at(head);
  if (!phrase.sense && !(asked && is_agentive(t) && !lists.things.count(t.lemma))) return no_entity;
  if (const auto listed = phrase.plural ? listed_after(head) : std::vector<EntityIndex>(); listed.size() > 1) {
    const EntityIndex both = joint(head, listed);
    return mention(both, head, span), both;
  }
  EntityIndex entity = take_up(phrase);
  if (entity == no_entity) entity = entity_of_phrase(phrase);
  if (entity != no_entity) mention(entity, head, {span.begin, tree[complement_end(head)].span.end});
  return entity;
}

// "a source at the hospital of Mansoa": the end of what tells this one from others, its head if nothing does.
Index Cast::State::complement_end(Index head) const {
  Index last = head;
  for (const Index c : tree.children(head)) {
    if (c <= head || c != last + 1) continue;
    const bool apart = is_one_of(tree[c].dep, {"amod", "acl"}) && tree[c].pos != "NOUN" && tree[c].tag != "VBG" &&
                       tree[c].right_edge > c && tree[c].right_edge < c + 9;
    if (apart) return before_break(tree, head, tree[c].right_edge);
    const bool tells = tree[c].dep == "prep" && is_one_of(tree[c].lower, {"of", "in", "at", "from", "for", "on", "to",
                                                                          "with", "within", "inside"});
    if (!tells || tree[c].right_edge > c + 9) break;
    for (Index k = c; k <= tree[c].right_edge; ++k) {
      if (tree[k].pos == "PUNCT" && tree[k].lower != "-" && tree[k].lower != "." && tree[k].tag != "POS") return last;
      if (tree[k].pos == "VERB" || is_one_of(tree[k].dep, {"relcl", "appos", "acl"}) ||
          is_one_of(tree[k].entity, {"DATE", "TIME"}))
        return last;
    }
    last = before_break(tree, head, tree[c].right_edge);
  }
  return last;
}

// "the two presidents, X and Y": X and Y.
std::vector<EntityIndex> Cast::State::listed_after(Index head) const {
  std::vector<EntityIndex> found;
  const Index first = tree.child(head, {"appos"});
  if (first == no_token || !name_of[first]) return found;
  for (const Index i : tree.conjuncts(first)) {
    if (i < first || entity_of[i] == no_entity) continue;
    if (std::find(found.begin(), found.end(), entity_of[i]) == found.end()) found.push_back(entity_of[i]);
  }
  return found;
}

// "nearly 200 young soldiers": "young soldiers"; empty where nothing is counted.
std::string Cast::State::uncounted(const Phrase& phrase) const {
  Index first = phrase.bare;
  for (const Index c : tree.children(phrase.head)) {
    if (c < phrase.head && (is_one_of(tree[c].dep, {"nummod", "quantmod"}) ||
                            is_one_of(tree[c].lower, {"some", "several", "many", "few", "more"})))
      first = c + 1;
  }
  return first > phrase.bare && first <= phrase.head ? text_of(first, phrase.head) : std::string();
}

EntityIndex Cast::State::entity_of_phrase(const Phrase& phrase) {
  Entity fresh;
  fresh.head = phrase.noun;
  fresh.heads = {lowered(tree[phrase.head].lemma), phrase.noun};
  fresh.plural = phrase.plural;
  fresh.sort = phrase.sense ? phrase.sense->sort : Sort::person;
  if (phrase.sense) fresh.gender = phrase.sense->gender;
  fresh.at_home = phrase.sense && phrase.sense->home;
  fresh.owner = phrase.country;
  fresh.house = phrase.owner;
  fresh.office_of = lists.countries_of(phrase.noun);
  fresh.actor.country = phrase.country;
  fresh.country_firm = !phrase.country.empty();
  fresh.actor.sector = phrase.sense ? phrase.sector : "CVL";
  fresh.sector_firm = !phrase.sector.empty();
  fresh.actor.kind = fresh.sort == Sort::body                    ? ActorKind::organization
                     : fresh.plural || fresh.sort == Sort::crowd ? ActorKind::group
                                                                 : ActorKind::person;
  const Index last = complement_end(phrase.head);
  fresh.actor.name = text_of(phrase.bare, last);
  const bool opens = tree[phrase.bare].sentence_start && !name_of[phrase.bare] && tree[phrase.bare].pos != "PROPN" &&
                     tree[phrase.bare].entity != "NORP";
  if (opens)
    fresh.actor.name[0] = static_cast<char>(
        fresh.actor.name[0] >= 'A' && fresh.actor.name[0] <= 'Z' ? fresh.actor.name[0] + 32 : fresh.actor.name[0]);
  if (phrase.owner != no_entity && entities[phrase.owner].named && is_one_of(tree[phrase.first].tag, {"PRP$", "WP$"})) {
    fresh.actor.name = entities[phrase.owner].actor.name + "’s " + text_of(phrase.first + 1, last);
  }
  if (const std::string plain = uncounted(phrase); !plain.empty()) fresh.actor.aliases.push_back(plain);
  if (last != phrase.head) fresh.actor.aliases.push_back(text_of(phrase.bare, phrase.head));
  if (is_one_of(phrase.sector, {"IGO", "UNO", "EUR", "NGO", "IMG", "ISM"})) fresh.actor.country.clear();
  return add(std::move(fresh));
}

}  // namespace coranto::note
