// Labels of names: person, body, place or nobody.
#include <algorithm>

#include "note/cast.h"

namespace coranto::note {
namespace {

std::string before_last(const std::string& text) {
  const size_t space = text.rfind(' ');
  return space == std::string::npos ? std::string() : text.substr(0, space + 1);
}

}  // namespace

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
  const bool holder = noun && noun->sort == Sort::office && name.label == Label::person && name.title == no_token &&
                      name.first < name.last && tree[name.last].entity != "PERSON";
  if (holder) return true;  // "Bradford Woods Mayor"
  if (!noun ||
      (name.first < name.last && !lists.noun(text) && !lists.noun(before_last(text) + singular_of(tree[name.last]))))
    return false;
  return tree[name.last].entity != "PERSON" || name.first < name.last;
}

// "in Gainesville", whatever the recogniser took Gainesville for.
bool Cast::State::stands_as_place(Index first, Index last) const {
  return first == last && tree[last].dep == "pobj" && is_one_of(tree[tree.head(last)].lower, {"in", "at", "near"}) &&
         tree[last].entity == "PERSON";
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

// A body's name by its words: "Foreign Ministry", "Kathmandu Ledger", "HMS X".
bool Cast::State::is_body_name(Index first, Index last) const {
  const auto says_body = [this](const Noun* noun) {
    return noun && noun->sort != Sort::person && noun->sort != Sort::office;
  };
  if (first < last && says_body(lists.noun(lowered(tree[last].lemma)))) return true;
  const Noun* opening = first < last ? lists.noun(lowered(tree[first].text)) : nullptr;
  if (opening && opening->sort == Sort::body) return true;
  const auto word = lists.name_words.find(lowered(tree[first].text));
  if (word != lists.name_words.end() && word->second == "MIL" && first < last) return true;
  const auto ending = lists.name_words.find(lowered(tree[last].text));
  return ending != lists.name_words.end() && !ending->second.empty() && tree[last].entity != "PERSON" &&
         (first < last || tree[last].entity == "ORG");
}

Label Cast::State::label_of(Index first, Index last, bool titled) const {
  const std::string text = text_of(first, last);
  const Token& end = tree[last];
  if (titled) return Label::person;
  if (is_place_name(first, last) || stands_as_place(first, last)) return Label::place;
  if (lists.body(text)) return Label::organization;
  if (!gazetteer.country_of(text).empty()) {
    const bool adjective = end.entity == "NORP" || end.pos == "ADJ" || end.dep == "amod";
    return adjective ? Label::demonym : Label::place;
  }
  if (is_body_name(first, last)) return Label::organization;
  const bool team = end.entity == "ORG" && end.tag == "NNPS";
  if (first < last && last - first < 5 && !team && lists.given.count(std::string(tree[first].text)))
    return Label::person;
  if (names_outlet(first)) return Label::organization;
  if (end.entity == "PERSON") return Label::person;
  if (last > first && last <= first + 3 && tree[first].lower != "the" && acts_as_person(last)) return Label::person;
  if (is_one_of(end.entity, {"GPE", "LOC", "FAC"})) return Label::place;
  if (end.entity == "NORP") return Label::demonym;
  if (end.entity == "ORG" || end.entity == "PRODUCT") return Label::organization;
  if (is_one_of(end.entity, {"EVENT", "LAW", "WORK_OF_ART"})) return Label::none;
  return first < last ? Label::person : Label::organization;
}

// Capitals name nobody: headings, seas and months, marks of the typesetter, words that the report also writes small.
bool Cast::State::is_nobody(const Name& name) const {
  const Token& first = tree[name.first];
  const std::string low = lowered(name.text);
  if (lists.body(name.text)) return false;
  const auto ending = lists.name_words.find(lowered(tree[name.last].text));
  const bool street = ending != lists.name_words.end() && ending->second.empty();
  if (street && name.first < name.last && name.title == no_token && tree[name.last].entity != "PERSON") return true;
  if (name.title == no_token && lists.no_names.count(low)) return true;
  if (!gazetteer.country_of(name.text).empty()) return false;
  if (name.text.find_first_of("=<>@_/\\{}|") != std::string::npos) return true;
  const bool upper = upper_first(first.text) || name.first < name.last;
  bool proper = false;
  for (Index k = name.first; k <= name.last; ++k) proper |= tree[k].pos == "PROPN";
  if (!upper || !proper) return true;
  if (name.label == Label::place && is_one_of(tree[name.last].entity, {"LOC", "FAC"})) {
    const Span span{first.span.begin, tree[name.last].span.end};
    return std::none_of(places.begin(), places.end(),
                        [span](const Place& p) { return p.span.overlaps(span) && !p.country.empty(); });
  }
  return name.title == no_token && name.first == name.last && name.label != Label::person &&
         name.label != Label::place && common_words.count(low) > 0;
}

// Neither the recogniser nor a table vouches for the name.
bool Cast::State::is_weak(const Name& name) const {
  if (name.title != no_token || lists.body(name.text) || is_body_name(name.first, name.last)) return false;
  if (name.first < name.last && lists.given.count(std::string(tree[name.first].text))) return false;
  for (Index k = name.first; k <= name.last; ++k) {
    if (tree[k].ner != 'O') return false;
  }
  return !acts_as_person(name.last);
}

}  // namespace coranto::note
