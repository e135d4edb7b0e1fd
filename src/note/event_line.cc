#include "note/event_line.h"

#include <array>

namespace coranto::note {
namespace {

constexpr std::array<const char*, 8> modalities = {"happened",   "planned",  "ordered",      "urged",
                                                   "threatened", "possible", "hypothetical", "unclear"};

std::string names(const Notes& notes, const std::vector<ActorIndex>& actors) {
  std::string out;
  for (ActorIndex a : actors) out += (out.empty() ? "" : ", ") + notes.actors[a].name;
  return out.empty() ? "-" : out;
}

}  // namespace

std::string event_line(const Notes& notes, const Event& event) {
  std::string out = event.type + (event.mode.empty() ? "" : " " + event.mode) + ": " + names(notes, event.actors) +
                    " > " + names(notes, event.recipients) + ", " + modalities[static_cast<size_t>(event.modality)] +
                    (event.negative ? " not" : "");
  return event.via.empty() ? out : out + ", by " + names(notes, event.via);
}

}  // namespace coranto::note
