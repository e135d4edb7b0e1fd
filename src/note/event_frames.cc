#include "note/event_frames.h"

#include <algorithm>

namespace coranto::note {
namespace {

void add(std::vector<ActorIndex>& to, const std::vector<ActorIndex>& actors) {
  for (ActorIndex a : actors) {
    if (std::find(to.begin(), to.end(), a) == to.end()) to.push_back(a);
  }
}

// Who owns the thing, or did it ("the attack by rebels").
std::vector<ActorIndex> owners(Index noun, const Tree& tree, Cast& cast) {
  if (!is_noun(tree[noun])) return {};
  auto actors = cast.owners_of(noun);
  const auto named = tree[noun].pos == "PROPN" ? cast.at(noun) : std::vector<ActorIndex>();
  std::erase_if(actors, [&](ActorIndex a) { return std::find(named.begin(), named.end(), a) != named.end(); });
  const Index by = tree.object_of(noun, "by");
  return actors.empty() && by != no_token ? cast.at(by) : actors;
}

// Who stands in the noun's place: the actor it names, else who owns the thing ("condemned the minister's plan")).
std::vector<ActorIndex> behind(Index noun, const Tree& tree, Cast& cast) {
  if (!is_noun(tree[noun]) && tree[noun].pos != "ADJ" && tree[noun].pos != "NUM" && tree[noun].pos != "DET") return {};
  if (is_one_of(tree[noun].entity,
                {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LANGUAGE", "WORK_OF_ART"}))
    return {};
  auto actors = cast.at(noun);
  for (Index c : tree.all(noun, {"appos"})) {  // "the front's co-leader, Anna Berg"
    if (actors.empty() && tree[c].pos == "PROPN") actors = cast.at(c);
  }
  return actors.empty() ? owners(noun, tree, cast) : actors;
}

std::vector<ActorIndex> standing_in(std::string_view slot, const Reading& reading, const Arguments& arguments,
                                    const Tree& tree, Cast& cast) {
  std::vector<ActorIndex> found;
  const bool owner = slot[0] == '~';
  const bool exact = slot == "mod" || slot == "of";
  if (owner) slot.remove_prefix(1);
  for (Index i : arguments.at(reading.trigger, slot, reading.words)) {
    add(found, owner ? owners(i, tree, cast) : exact ? cast.at(i) : behind(i, tree, cast));
  }
  return found;
}

// "evacuated 80 people", "vetoed the opposition's bill": the object is a word of the pattern itself.
std::vector<ActorIndex> in_pattern(const Reading& reading, const Arguments& arguments, const Tree& tree, Cast& cast) {
  const Index object = arguments.sufferer(reading.trigger);
  if (std::find(reading.words.begin(), reading.words.end(), object) == reading.words.end()) return {};
  const bool by_words =
      reading.rule->mode == "abduct" ||
      is_one_of(reading.rule->type, {"REJECT", "ACCUSE", "SUPPORT", "REQUEST", "AGREE", "PROTEST", "SANCTION"});
  auto actors = by_words ? owners(object, tree, cast) : std::vector<ActorIndex>();
  return actors.empty() && is_one_of(tree[object].tag, {"NNS", "NNP", "NNPS"}) ? cast.at(object) : actors;
}

// "fired tear gas to disperse the crowd", "beat drums to scatter them": whom the act is to move.
std::vector<ActorIndex> by_purpose(const Reading& reading, const Arguments& arguments, const Tree& tree, Cast& cast) {
  for (Index c : tree.all(reading.trigger, {"advcl", "xcomp"})) {
    if (tree[c].tag != "VB" || !is_one_of(tree[c].lemma, {"disperse", "scatter", "break", "push", "drive", "repel"}))
      continue;
    const Index whom = arguments.sufferer(c);
    if (whom == no_token) continue;
    auto actors = cast.at(whom);
    if (actors.empty()) {  // "a march of lawyers"
      const Index of = tree.object_of(whom, "of");
      if (of != no_token) actors = cast.at(of);
    }
    return actors;
  }
  return {};
}

// "chanted slogans that urged", "sent a letter asking": who brings out the words that ask.
std::vector<ActorIndex> behind_words(const Reading& reading, const Arguments& arguments, const Tree& tree, Cast& cast) {
  for (Index i : arguments.at(reading.trigger, "subj", reading.words)) {
    const Index verb = tree.head(i);
    if (tree[i].pos != "NOUN" || !is_verb(tree[verb]) || arguments.sufferer(verb) != i) continue;
    const Index doer = arguments.doer(verb);
    if (doer != no_token) return cast.at(doer);
  }
  return {};
}

// "X, noting that ..., said a drill will be held and asked": the parser hung the verb below what X said.
std::vector<ActorIndex> from_above(const Reading& reading, const Arguments& arguments, const Tree& tree, Cast& cast) {
  Index verb = reading.trigger;
  if (!is_verb(tree[verb]) || tree[verb].dep != "conj" || arguments.is_passive(verb)) return {};
  for (int step = 0; step < 5; ++step) {
    const Index own = tree.child(verb, {"nsubj", "nsubjpass"});
    if (own != no_token) {
      auto actors = cast.at(arguments.antecedent(own));
      if (!actors.empty()) return actors;
    }
    if (tree.is_root(verb) || !is_one_of(tree[verb].dep, {"conj", "ccomp", "parataxis"})) return {};
    verb = tree.head(verb);
  }
  return {};
}

}  // namespace

Parties parties_of(const Reading& reading, const Arguments& arguments, const Tree& tree, Cast& cast) {
  Parties parties;
  const bool joint = is_one_of(reading.rule->type, {"CONSULT", "AGREE", "COOPERATE"});
  for (const Slot& slot : reading.rule->actors) {
    if (!joint && !parties.actors.empty() && reading.rule->type != "ASSAULT" && slot != "with") break;
    add(parties.actors, standing_in(slot, reading, arguments, tree, cast));
  }
  // "in talks with X", "wrapped up a meeting with X": who does the verb talks too.
  const bool talks = reading.rule->type == "CONSULT" && reading.rule->pos == 'N' && parties.actors.size() == 1;
  const bool headless = parties.actors.empty() && reading.rule->pos == 'V' && !arguments.is_passive(reading.trigger) &&
                        arguments.doer(reading.trigger) == no_token;
  if (talks || headless) {
    const Index above =
        talks && reading.light != no_token ? arguments.doer(reading.light) : arguments.doer_above(reading.trigger);
    if (above != no_token) add(parties.actors, talks ? behind(above, tree, cast) : cast.at(above));
  }
  for (const Slot& slot : reading.rule->recipients) {
    if (!parties.recipients.empty()) break;
    add(parties.recipients, standing_in(slot, reading, arguments, tree, cast));
  }
  const auto& slots = reading.rule->recipients;
  const bool has_object =
      std::any_of(slots.begin(), slots.end(), [](const Slot& slot) { return slot == "obj" || slot == "~obj"; });
  if (parties.recipients.empty() && has_object && reading.rule->pos == 'V') {
    add(parties.recipients, in_pattern(reading, arguments, tree, cast));
  }
  if (parties.recipients.empty() && reading.rule->mode == "crowd-control") {
    add(parties.recipients, by_purpose(reading, arguments, tree, cast));
  }
  if (parties.actors.empty() && is_one_of(reading.rule->type, {"REQUEST", "ACCUSE", "THREATEN", "REJECT"})) {
    add(parties.actors, behind_words(reading, arguments, tree, cast));
    if (parties.actors.empty()) add(parties.actors, from_above(reading, arguments, tree, cast));
  }
  std::erase_if(parties.recipients, [&](ActorIndex r) {
    return std::find(parties.actors.begin(), parties.actors.end(), r) != parties.actors.end();
  });
  return parties;
}

}  // namespace coranto::note
