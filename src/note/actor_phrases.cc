// Nominal phrases: their words, their noun, whose they are.
#include "note/cast.h"

namespace coranto::note {
namespace {

constexpr std::ptrdiff_t reach = 500;  // mentions that a noun looks back over

// Nouns for an amount, whose "of" names who is counted.
bool counts(std::string_view lemma) {
  return is_one_of(lemma,
                   {"dozen", "hundred", "thousand", "score",   "number", "handful", "majority", "lot",     "couple",
                    "pair",  "crowd",   "ten",      "million", "most",   "group",   "unit",     "element", "band",
                    "line",  "column",  "host",     "wave",    "mob",    "gang",    "army"});
}

bool is_modifier(std::string_view dep) {
  return is_one_of(
      dep, {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod", "npadvmod", "punct"});
}

}  // namespace

bool is_former(std::string_view word) {
  return is_one_of(word,
                   {"former", "ex", "ex-", "past", "retired", "ousted", "exiled", "deposed", "onetime", "disgraced"});
}

// "14:50", "11.30": the hour of a running report, read as part of the phrase after it.
bool is_clock(const Token& t) {
  return t.pos == "PUNCT" || (!t.text.empty() && t.text[0] >= '0' && t.text[0] <= '9' &&
                              t.text.find_first_of(":.") != std::string_view::npos);
}

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
  for (Index k = head; k > first; --k) {  // a heading or dateline is no part of the phrase behind it
    const Token& before = tree[k - 1];
    if (before.is_space && before.text.find('\n') != std::string_view::npos) return k;
    if (is_one_of(before.text, {"—", "--"})) return k;
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
  phrase.plural = is_one_of(tree[head].tag, {"NNS", "NNPS"});
  for (const Index c : tree.children(head)) {
    if (c < head) read_modifier(phrase, c);
  }
  if (tree[head].lower.starts_with("ex-")) phrase.former = true;
  read_owner_behind(phrase);
  find_sense(phrase);
  phrase.sector = sector_of(phrase);
  if (phrase.sense && phrase.sector == "UNK") read_house(phrase);
  if (phrase.sense && is_untold(phrase)) phrase.sector = "UNK";
  return phrase;
}

// Determiner, number, owner or adjective before the noun.
void Cast::State::read_modifier(Phrase& phrase, Index c) {
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
    phrase.country = phrase.owner != no_entity ? entities[phrase.owner].actor.country : country_of_token(c);
    if (t.tag == "PRP$" && c == phrase.first) phrase.bare = c + 1;
  }
  if (!is_one_of(t.dep, {"amod", "compound", "nmod"})) return;
  phrase.former |= is_former(t.lower);
  if (phrase.country.empty()) phrase.country = country_of_token(c);
  if (t.dep != "amod" && phrase.owner == no_entity) read_owner(phrase, c);
}

void Cast::State::read_owner(Phrase& phrase, Index token) {
  phrase.owner = entity_of[token];
  if (phrase.owner != no_entity && phrase.country.empty()) phrase.country = entities[phrase.owner].actor.country;
}

// "the head of X", "police in X".
void Cast::State::read_owner_behind(Phrase& phrase) {
  for (const auto preposition : {"of", "in", "from", "for", "at"}) {
    const Index of = tree.object_of(phrase.head, preposition);
    if (of == no_token || of < phrase.head) continue;
    if (phrase.country.empty()) phrase.country = country_of_token(of);
    if (phrase.owner == no_entity) read_owner(phrase, of);
  }
}

// The longest end of the phrase that the table of nouns knows.
void Cast::State::find_sense(Phrase& phrase) {
  const Index head = phrase.head;
  const Token& noun = tree[head];
  phrase.noun = lowered(noun.lemma);
  const bool manner = noun.dep == "pobj" && is_one_of(tree[tree.head(head)].lower, {"in", "on"});
  if (phrase.first == head && noun.tag == "NN" && (phrase.noun == "force" || manner))
    return;  // "by force", "in public"
  for (Index from = phrase.bare; from <= head && !phrase.sense; ++from) {
    const std::string before =
        from < head ? lowered(text_of(from, head - 1)) + (tree[head - 1].space_after ? " " : "") : "";
    for (const auto& last : {lowered(noun.lemma), lowered(noun.text), singular_of(noun)}) {
      if (phrase.sense) break;
      phrase.noun = before + last;
      phrase.sense = lists.noun(phrase.noun);
      if (from < head && lists.things.count(phrase.noun)) return;
    }
  }
  const size_t hyphen = noun.lemma.rfind('-');
  if (!phrase.sense && hyphen != std::string_view::npos) phrase.sense = lists.noun(noun.lemma.substr(hyphen + 1));
  if (!phrase.sense) phrase.noun = lowered(noun.lemma);
}

std::string Cast::State::sector_of(const Phrase& phrase) {
  if (!phrase.sense) return "";
  const Noun& sense = *phrase.sense;
  if (phrase.former && sense.sort != Sort::body) return "ELI";
  std::string sector = sense.sector;
  if (const auto said = sector_of_modifiers(phrase.head); !said.empty()) {
    const bool international =
        is_one_of(said, {"UNO", "EUR", "IGO"}) && is_one_of(sector, {"GOV", "COP", "MIL", "JUD"});
    if (!sense.firm || said == "OPP" || international) sector = said;
  } else if (!sense.firm && phrase.owner != no_entity) {
    const Entity& owner = entities[phrase.owner];
    const bool tells = owner.sort != Sort::state && (!owner.actor.sector.empty() || owner.sort == Sort::body);
    if (tells) sector = owner.actor.sector;
  }
  return sense.firm || sector != "MIL" ? sector : sector_of_last_force();
}

// "officers": of the force spoken of last.
std::string Cast::State::sector_of_last_force() const {
  for (auto m = mentions.rbegin(); m != mentions.rend() && m - mentions.rbegin() < reach; ++m) {
    const std::string& sector = entities[m->entity].actor.sector;
    if (sector == "COP" || sector == "MIL") return sector;
  }
  return "MIL";
}

// A source is of the house it sits in or stands close to.
void Cast::State::read_house(Phrase& phrase) {
  Index near = no_token;
  for (const Index c : tree.all(phrase.head, {"amod", "acl"}))
    near = near == no_token && c > phrase.head ? tree.object_of(c, "to") : near;
  const EntityIndex house = near != no_token ? entity_of[near] : phrase.owner;
  if (house == no_entity) return;
  phrase.sector = entities[house].actor.sector;
  if (phrase.country.empty()) phrase.country = entities[house].actor.country;
}

// "people familiar with the matter": somebody whom the report will not name.
bool Cast::State::is_untold(const Phrase& phrase) const {
  if (!is_one_of(phrase.noun, {"people", "person", "individual"})) return false;
  const Index last = complement_end(phrase.head);
  const auto tails = tree.all(phrase.head, {"amod", "acl"});
  return last > phrase.head && !tails.empty() && is_one_of(tree[last].dep, {"pobj", "amod"}) &&
         is_one_of(tree[tails.back()].lemma, {"familiar", "brief", "close", "aware", "know"});
}

}  // namespace coranto::note
