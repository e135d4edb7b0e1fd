#include "note/event_discourse.h"

#include <algorithm>

#include "note/tree.h"

namespace coranto::note {
namespace {

using List = std::vector<ActorIndex>;

bool share(const List& a, const List& b) {
  return std::any_of(a.begin(), a.end(), [&](ActorIndex x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

// Who did something to the actor before: the act answered.
const List* who_addressed(const Event& event, const std::vector<Told>& told, size_t at) {
  for (size_t k = at; k-- > 0 && told[at].sentence - told[k].sentence <= 3;) {
    const Event& before = *told[k].event;
    if (share(before.recipients, event.actors) && !before.actors.empty() && !share(before.actors, event.actors)) {
      return &before.actors;
    }
  }
  return nullptr;
}

// Whom the actor addressed before.
const List* whom_addressed(const Event& event, const std::vector<Told>& told, size_t at) {
  for (size_t k = at; k-- > 0 && told[at].sentence - told[k].sentence <= 2;) {
    const Event& before = *told[k].event;
    if (share(before.actors, event.actors) && !before.recipients.empty() && !share(before.recipients, event.actors)) {
      return &before.recipients;
    }
  }
  return nullptr;
}

// Who did what was told last: "rejected the offer", "welcomed the step".
const List* who_acted(const Event& event, const std::vector<Told>& told, size_t at) {
  for (size_t k = at; k-- > 0 && told[at].sentence - told[k].sentence <= 2;) {
    const Event& before = *told[k].event;
    if (!before.actors.empty() && !share(before.actors, event.actors)) return &before.actors;
  }
  return nullptr;
}

}  // namespace

void complete_recipients(const std::vector<Told>& told) {
  for (size_t i = 0; i < told.size(); ++i) {
    Event& event = *told[i].event;
    if (!event.recipients.empty() || event.actors.empty()) continue;
    const List* found = nullptr;
    if (event.type == "REQUEST") found = whom_addressed(event, told, i);
    if (found == nullptr && is_one_of(event.type, {"REJECT", "REQUEST"})) found = who_addressed(event, told, i);
    if (found == nullptr && told[i].points_back && is_one_of(event.type, {"REJECT", "SUPPORT"})) {
      found = who_acted(event, told, i);
    }
    if (found != nullptr && found->size() <= 2) event.recipients = *found;
  }
}

}  // namespace coranto::note
