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
  std::erase_if(parties.recipients, [&](ActorIndex r) {
    return std::find(parties.actors.begin(), parties.actors.end(), r) != parties.actors.end();
  });
  return parties;
}

}  // namespace coranto::note
