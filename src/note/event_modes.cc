#include "note/event_modes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace coranto::note {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;  // word class, mode

// The more telling weapon first.
constexpr std::array<Pair, 7> weapons = {{{"weapon_suicide", "suicide-attack"},
                                          {"weapon_drone", "drone"},
                                          {"weapon_air", "aerial"},
                                          {"weapon_heavy", "heavy-weapons"},
                                          {"weapon_bomb", "explosives"},
                                          {"weapon_gun", "firearms"},
                                          {"weapon_blade", "primitive"}}};
constexpr std::array<Pair, 2> meetings = {{{"meet_phone", "phone"}, {"meet_visit", "visit"}}};

template <size_t N>
std::string_view first_told(const std::array<Pair, N>& table, Index trigger, const Tree& tree,
                            const WordClasses& classes) {
  const size_t sentence = tree.sentence_of(trigger);
  for (const auto& [word_class, mode] : table) {
    for (Index i = tree.sentence_begin(sentence); i < tree.sentence_end(sentence); ++i) {
      if (i != trigger && (classes.contains(word_class, tree[i].lemma) || classes.contains(word_class, tree[i].lower)))
        return mode;
    }
  }
  return "";
}

}  // namespace

void mode_by_sentence(Event& event, Index trigger, const Tree& tree, const WordClasses& classes) {
  if (!event.mode.empty()) return;
  if (event.type == "ASSAULT") event.mode = first_told(weapons, trigger, tree, classes);
  if (event.type == "CONSULT") event.mode = first_told(meetings, trigger, tree, classes);
}

void mode_by_parties(Event& event, const Cast& cast) {
  if (event.type == "CONSULT" && event.mode.empty() && event.actors.size() > 2) event.mode = "multilateral";
  if (event.actors.empty()) return;
  const auto all = [&](std::string_view sector) {
    return std::all_of(event.actors.begin(), event.actors.end(),
                       [&](ActorIndex a) { return cast.actor(a).sector == sector; });
  };
  if (event.type == "ASSAULT" && event.mode.empty() && all("JRN")) {  // the press attacks in words
    event.type = "ACCUSE";
    event.mode = "disapprove";
  }
  if (event.type != "MOBILIZE") return;
  if (all("COP") && event.mode != "weapons") event.mode = "police";
  if (all("REB") && event.mode == "troops") event.mode = "militia";
}

std::string mode_by_inner(std::string_view outer, const Event& inner) {
  if (outer == "REQUEST") {
    if (inner.type == "RETREAT") return inner.mode == "resign" ? "change" : "yield";
    if (inner.type == "CONCEDE") return "yield";
    if (inner.type == "CONSULT") return "meet";
    return is_one_of(inner.type, {"AID", "COOPERATE"}) ? "assist" : "";
  }
  if (outer != "THREATEN") return "";
  if (inner.type == "ASSAULT") return "violence";
  if (inner.mode == "arrest") return "arrest";
  if (is_one_of(inner.mode, {"expel", "deport"})) return "expel";
  if (inner.type == "SANCTION") return inner.mode == "convict" ? "" : "relations";
  if (inner.type == "PROTEST" || is_one_of(inner.mode, {"restrict", "censor", "curfew"})) return "restrict";
  return "";
}

}  // namespace coranto::note
