// Nominal phrases: their words, their noun, whose they are.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {
namespace {

// Nouns for an amount, whose "of" names who is counted.
bool counts(std::string_view lemma) {
  return is_one_of(lemma,
                   {"dozen", "hundred", "thousand", "score",   "number", "handful", "majority", "lot",     "couple",
                    "pair",  "crowd",   "ten",      "million", "most",   "group",   "unit",     "element", "band",
                    "line",  "column",  "host",     "wave",    "mob",    "gang",    "army"});
}

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

// "14:50", "11.30": the hour of a running report, read as part of the phrase after it.
bool is_clock(const Token& t) {
  return t.pos == "PUNCT" || (!t.text.empty() && t.text[0] >= '0' && t.text[0] <= '9' &&
                              t.text.find_first_of(":.") != std::string_view::npos);
}

bool is_modifier(std::string_view dep) {
  return is_one_of(
      dep, {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod", "npadvmod", "punct"});
}

}  // namespace

std::string Cast::State::text_of(Index first, Index last) const {
  return std::string(tree.document().cut({tree[first].span.begin, tree[last].span.end}));
}

Index Cast::State::base_first(Index head) const {
  Index first = head;
  for (Index c : tree.children(head)) {
    if (c >= head || !is_modifier(tree[c].dep)) continue;
    const Index edge = tree[c].left_edge;
    if (edge < first && tree[edge].pos != "PUNCT" && tree.sentence_of(edge) == tree.sentence_of(head) &&
        !tree[edge].is_space)
      first = edge;
  }
  return first;
}

Index Cast::State::counted(Index head) const {
  if (!counts(tree[head].lemma) && tree[head].pos != "NUM") return no_token;
  return tree.object_of(head, "of");
}

Cast::State::Phrase Cast::State::phrase_at(Index head) {
  Phrase phrase;
  phrase.head = head;
  phrase.first = base_first(head);
  while (phrase.first < head && is_clock(tree[phrase.first])) ++phrase.first;
  phrase.bare = phrase.first;
  const Token& noun = tree[head];
  phrase.plural = is_one_of(noun.tag, {"NNS", "NNPS"});
  for (Index c : tree.children(head)) {
    if (c >= head) break;
    const Token& t = tree[c];
    if (t.dep == "det") {
      phrase.definite |= is_one_of(t.lower, {"the", "this", "that", "these", "those", "both"});
      phrase.indefinite |= is_one_of(t.lower, {"a", "an", "another", "some", "any"});
      if (c == phrase.first) phrase.bare = c + 1;
    }
    if (t.dep == "nummod") phrase.indefinite = !phrase.definite;
    if (t.dep == "poss") {
      phrase.owner = at(c, false);
      phrase.definite = true;
      if (phrase.owner != no_entity)
        phrase.country = entities[phrase.owner].actor.country;
      else if (const auto country = country_of_token(c); !country.empty())
        phrase.country = country;
      if (t.tag == "PRP$" && c == phrase.first) phrase.bare = c + 1;
    }
    if (is_one_of(t.dep, {"amod", "compound", "nmod"})) {
      if (is_one_of(t.lower, {"former", "ex", "retired", "ousted", "exiled", "deposed", "onetime", "disgraced"}))
        phrase.former = true;
      const auto country = country_of_token(c);
      if (!country.empty() && phrase.country.empty()) phrase.country = country;
      if (t.dep != "amod" && entity_of[c] != no_entity && phrase.owner == no_entity) {
        phrase.owner = entity_of[c];
        if (phrase.country.empty()) phrase.country = entities[entity_of[c]].actor.country;
      }
    }
  }
  if (noun.lower.starts_with("ex-")) phrase.former = true;
  for (const auto preposition : {"of", "in", "from", "for", "at"}) {
    const Index of = tree.object_of(head, preposition);
    if (of == no_token || of < head) continue;
    if (const auto country = country_of_token(of); !country.empty() && phrase.country.empty()) phrase.country = country;
    const EntityIndex body = entity_of[of];
    if (body != no_entity && phrase.owner == no_entity) {
      phrase.owner = body;
      if (phrase.country.empty()) phrase.country = entities[body].actor.country;
    }
  }
  for (Index from = phrase.bare; from <= head && !phrase.sense; ++from) {
    const std::string before =
        from < head ? lowered(text_of(from, head - 1)) + (tree[head - 1].space_after ? " " : "") : "";
    for (const auto& last : {lowered(noun.lemma), lowered(noun.text), singular_of(noun)}) {
      if (phrase.sense) break;
      phrase.noun = before + last;
      phrase.sense = lists.noun(phrase.noun);
    }
  }
  if (const size_t hyphen = noun.lemma.rfind('-'); !phrase.sense && hyphen != std::string_view::npos) {
    phrase.sense = lists.noun(noun.lemma.substr(hyphen + 1));
  }
  if (!phrase.sense) phrase.noun = lowered(noun.lemma);
  phrase.sector = phrase.sense ? phrase.sense->sector : "";
  if (phrase.sense && phrase.former && phrase.sense->sort != Sort::body)
    phrase.sector = "ELI";
  else if (const auto sector = sector_of_modifiers(head); !sector.empty() && phrase.sense) {
    if (!phrase.sense->firm || sector == "OPP")
      phrase.sector = sector;
    else if (is_one_of(sector, {"UNO", "EUR", "IGO"}) && is_one_of(phrase.sense->sector, {"GOV", "COP", "MIL", "JUD"}))
      phrase.sector = sector;
  } else if (phrase.sense && !phrase.sense->firm && phrase.owner != no_entity &&
             (!entities[phrase.owner].actor.sector.empty() || entities[phrase.owner].sort == Sort::body) &&
             entities[phrase.owner].sort != Sort::state) {
    phrase.sector = entities[phrase.owner].actor.sector;
  }
  if (phrase.sense && phrase.sector == "UNK") {  // a source is of the house it sits in or stands close to
    Index near = no_token;
    for (const Index c : tree.all(head, {"amod", "acl"}))
      near = near == no_token && c > head ? tree.object_of(c, "to") : near;
    const EntityIndex house = near != no_token ? entity_of[near] : phrase.owner;
    if (house != no_entity) {
      phrase.sector = entities[house].actor.sector;
      if (phrase.country.empty()) phrase.country = entities[house].actor.country;
    }
  }
  const bool unsaid = is_one_of(phrase.noun, {"people", "person", "individual"}) && complement_end(head) > head;
  const Index tail = unsaid ? tree.child(head, {"amod", "acl"}) : no_token;
  if (phrase.sense && unsaid && is_one_of(tree[complement_end(head)].dep, {"pobj", "amod"}) && tail != no_token &&
      is_one_of(tree[tree.all(head, {"amod", "acl"}).back()].lemma, {"familiar", "brief", "close", "aware", "know"}))
    phrase.sector = "UNK";
  if (phrase.sense && !phrase.sense->firm && phrase.sector == "MIL") {
    for (auto m = mentions.rbegin(); m != mentions.rend(); ++m) {  // "officers": of the force spoken of last
      const std::string& sector = entities[m->entity].actor.sector;
      if (sector != "COP" && sector != "MIL") continue;
      phrase.sector = sector;
      break;
    }
  }
  return phrase;
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
    const EntityIndex counted_entity = at(who, asked);
    if (counted_entity != no_entity) {
      mention(counted_entity, head, {span.begin, tree[who].span.end});
      return counted_entity;
    }
  }
  if (is_part(t.lower) && (t.pos != "NOUN" || t.lower == "one")) {
    const Index named = tree.child(head, {"appos"});
    if (named != no_token && t.lower == "one" && entity_of[named] != no_entity) {
      mention(entity_of[named], head, span);
      return entity_of[named];
    }
    const Index whole = tree.object_of(head, "of");
    const EntityIndex of = whole == no_token ? no_entity : at(whole, asked);
    if (of == no_entity) {
      if (is_one_of(t.lower, {"two", "both"}) && asked) {
        const auto members = last_two(head, std::string(t.lower));
        if (members.size() == 2) {
          const EntityIndex both = joint(head, members);
          mention(both, head, span);
          return both;
        }
      }
      return no_entity;
    }
    Entity part;
    part.actor = entities[of].actor;
    part.actor.mentions.clear();
    part.actor.aliases.clear();
    part.actor.name = text_of(base_first(head), tree[whole].right_edge);
    part.sort = Sort::person;
    part.head = entities[of].head;
    const EntityIndex made = add(part);
    mention(made, head, {span.begin, tree[whole].span.end});
    return made;
  }
  if (!is_one_of(t.pos, {"NOUN", "PROPN"})) return no_entity;
  const Phrase phrase = phrase_at(head);
  if (!phrase.sense && !(asked && is_agentive(t) && !lists.things.count(t.lemma))) return no_entity;
  if (const auto listed = phrase.plural ? listed_after(head) : std::vector<EntityIndex>(); listed.size() > 1) {
    const EntityIndex both = joint(head, listed);
    mention(both, head, span);
    return both;
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
    if (apart) return tree[c].right_edge;
    const bool tells = tree[c].dep == "prep" && is_one_of(tree[c].lower, {"of", "in", "at", "from", "for", "on", "to",
                                                                          "with", "within", "inside"});
    if (!tells || tree[c].right_edge > c + 9) break;
    for (Index k = c; k <= tree[c].right_edge; ++k) {
      if (tree[k].pos == "PUNCT" && tree[k].lower != "-" && tree[k].lower != "." && tree[k].tag != "POS") return last;
      if (tree[k].pos == "VERB" || is_one_of(tree[k].dep, {"relcl", "appos", "acl"}) ||
          is_one_of(tree[k].entity, {"DATE", "TIME"}))
        return last;
    }
    last = tree[c].right_edge;
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

// "nearly 200 Israeli soldiers": "Israeli soldiers"; empty where nothing is counted.
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
