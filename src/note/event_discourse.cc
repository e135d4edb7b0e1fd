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

constexpr uint32_t claim_reach = 450;  // bytes between a claim and its denial: two sentences

// Whose claim is denied: the last one who spoke before.
List who_claimed(const Event& event, const std::vector<Statement>& statements, const Cast& cast) {
  const Statement* last = nullptr;
  for (const Statement& statement : statements) {
    const uint32_t end = statement.content.back().end;
    if (end > event.trigger.begin || event.trigger.begin - end > claim_reach) continue;
    if (statement.speaker == no_actor || share({statement.speaker}, event.actors)) continue;
    if (cast.actor(statement.speaker).sector == "JRN" || statement.negative) continue;
    if (last == nullptr || end > last->content.back().end) last = &statement;
  }
  return last == nullptr ? List{} : List{last->speaker};
}

bool is_praise(const Event& event) {
  return event.type == "SUPPORT" && !event.rule.starts_with("support.sign") && !event.rule.starts_with("support.rat");
}

}  // namespace

void complete_recipients(const std::vector<Told>& told, const std::vector<Statement>& statements, const Cast& cast) {
  for (size_t i = 0; i < told.size(); ++i) {
    Event& event = *told[i].event;
    if (!event.recipients.empty() || event.actors.empty()) continue;
    if (told[i].denies) event.recipients = who_claimed(event, statements, cast);
    if (!event.recipients.empty()) continue;
    const List* found = nullptr;
    if (event.type == "REQUEST") found = whom_addressed(event, told, i);
    if (found == nullptr && is_one_of(event.type, {"REJECT", "REQUEST"})) found = who_addressed(event, told, i);
    const bool blames = event.type == "ACCUSE" && told[i].names_a_deed;
    if (found == nullptr && ((told[i].points_back && (event.type == "REJECT" || is_praise(event))) || blames)) {
      found = who_acted(event, told, i);
    }
    if (found != nullptr && found->size() <= 2) event.recipients = *found;
  }
}

}  // namespace coranto::note
