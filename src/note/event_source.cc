#include "note/event_source.h"

#include <algorithm>

namespace coranto::note {
namespace {

uint32_t length(const Statement& statement) {
  uint32_t sum = 0;
  for (Span s : statement.content) sum += s.end - s.begin;
  return sum;
}

}  // namespace

const Statement* holder_of(Span words, const std::vector<Statement>& statements) {
  const Statement* best = nullptr;
  for (const Statement& statement : statements) {
    const bool holds = std::any_of(statement.content.begin(), statement.content.end(), [&](Span s) {
      return s.begin <= words.begin && words.end <= s.end;
    });
    if (holds && (best == nullptr || length(statement) < length(*best))) best = &statement;
  }
  return best;
}

std::vector<ActorIndex> via_of(const Event& event, bool speech, const std::vector<Statement>& statements) {
  const Statement* best = holder_of(event.trigger, statements);
  if (best == nullptr) return {};
  std::vector<ActorIndex> via = best->via;
  const bool said_here = speech && event.modality == Modality::happened;
  const bool own =
      said_here && std::find(event.actors.begin(), event.actors.end(), best->speaker) != event.actors.end();
  if (!own && best->speaker != no_actor) via.push_back(best->speaker);
  return via;
}

}  // namespace coranto::note
