#include "note/event_frames.h"

#include <algorithm>

namespace coranto::note {
namespace {

void add(std::vector<ActorIndex>& to, const std::vector<ActorIndex>& actors) {
  for (ActorIndex a : actors) {
    if (std::find(to.begin(), to.end(), a) == to.end()) to.push_back(a);
  }
}

// Who stands in the noun's place: the actor it names, else who owns the thing ("condemned the minister's plan"), else
// the doer named with it ("the attack by rebels").
std::vector<ActorIndex> behind(Index noun, const Tree& tree, Cast& cast) {
  if (!is_noun(tree[noun]) && tree[noun].pos != "ADJ" && tree[noun].pos != "NUM" && tree[noun].pos != "DET") return {};
  if (is_one_of(tree[noun].entity, {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LANGUAGE", "WORK_OF_ART"})) return {};
  auto actors = cast.at(noun);
  if (actors.empty()) actors = cast.owners_of(noun);
  if (actors.empty()) {
    const Index by = tree.object_of(noun, "by");
    if (by != no_token) actors = cast.at(by);
  }
  return actors;
}

}  // namespace

Parties parties_of(const Reading& reading, const Arguments& arguments, const Tree& tree, Cast& cast) {
  Parties parties;
  const bool joint = is_one_of(reading.rule->type, {"CONSULT", "AGREE", "COOPERATE"});
  for (const Slot& slot : reading.rule->actors) {
    if (!joint && !parties.actors.empty() && reading.rule->type != "ASSAULT" && slot != "with") break;
    for (Index i : arguments.at(reading.trigger, slot, reading.words)) {
      const bool exact = slot == "mod" || slot == "of";
      add(parties.actors, exact ? cast.at(i) : behind(i, tree, cast));
    }
  }
  for (const Slot& slot : reading.rule->recipients) {
    if (!parties.recipients.empty()) break;
    for (Index i : arguments.at(reading.trigger, slot, reading.words)) {
      if (slot == "clause") {
        const Index subject = arguments.doer(i);
        if (subject != no_token && tree.dominates(i, subject)) add(parties.recipients, behind(subject, tree, cast));
      } else {
        add(parties.recipients, behind(i, tree, cast));
      }
    }
  }
  std::erase_if(parties.recipients, [&](ActorIndex r) {
    return std::find(parties.actors.begin(), parties.actors.end(), r) != parties.actors.end();
  });
  return parties;
}

}  // namespace coranto::note
