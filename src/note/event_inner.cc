#include "note/event_inner.h"

#include <algorithm>

#include "note/event_context.h"
#include "note/event_modes.h"

namespace coranto::note {
namespace {

// Acts that are threatened rather than promised.
bool is_harm(std::string_view type) {
  return is_one_of(type, {"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "ACCUSE", "REJECT", "PROTEST"});
}

// Harm that a mere promise threatens; troops and inquiries may be promised as help.
bool is_plain_harm(std::string_view type) { return is_harm(type) && type != "MOBILIZE" && type != "ACCUSE"; }

bool is_open(Modality modality) {
  return modality == Modality::planned || modality == Modality::possible || modality == Modality::hypothetical;
}

class InnerActs {
 public:
  InnerActs(Drafts& drafts, const Tree& tree, Cast& cast, const Matcher& matcher, const WordClasses& classes)
      : drafts_(drafts), tree_(tree), cast_(cast), matcher_(matcher), classes_(classes) {}

  // What an outer act governs is told on its actor's word; one inner act for each outer one.
  void tie_inner() {
    std::map<size_t, size_t> inner_of;
    for (size_t i = 0; i < drafts_.all.size(); ++i) {
      EventDraft& inner = drafts_.all[i];
      const auto found = drafts_.by_trigger.find(inner.standing.governor);
      if (found == drafts_.by_trigger.end()) stand_on_wish(inner);
      if (found == drafts_.by_trigger.end() || found->second == i) continue;
      EventDraft& outer = drafts_.all[found->second];
      if (!is_speech(outer.event.type)) continue;
      const bool refused = outer.event.type == "REJECT" && tree_[outer.reading.trigger].lemma != "deny";
      if (refused || !inner_of.emplace(found->second, i).second) {
        inner.dropped = true;
        continue;
      }
      if (inner.standing.modality == Modality::ordered) {
        carry_out(outer, inner);
      } else {
        tie(outer.event, inner.event);
      }
    }
  }

  // "said it would strike unless they withdrew": a threat to whom the condition names, and with "unless" a request.
  void threaten_by_condition() {
    const size_t count = drafts_.all.size();
    for (size_t i = 0; i < count; ++i) {
      const Index condition = drafts_.all[i].standing.condition;
      const Event& act = drafts_.all[i].event;
      if (condition == no_token || drafts_.all[i].dropped || act.via.empty() || !is_plain_harm(act.type)) continue;
      if (act.modality != Modality::hypothetical && act.modality != Modality::planned) continue;
      const Index mark = tree_.child(condition, {"mark"});
      const Index who = matcher_.arguments().doer(condition);
      std::vector<ActorIndex> to = who == no_token ? act.recipients : cast_.at(who);
      std::erase_if(to, [&](ActorIndex a) { return a == act.via.back(); });
      if (to.empty()) to = act.recipients;
      say_of(i, "THREATEN", "threaten.condition", drafts_.all[i].reading.trigger, to);
      if (mark != no_token && tree_[mark].lower == "unless") ask_for(i, condition, to);
      drafts_.all[i].event.modality = Modality::threatened;
      if (drafts_.all[i].event.recipients.empty()) drafts_.all[i].event.recipients = to;
    }
  }

  // "threatened to strike unless they withdrew": a request to withdraw as well.
  void ask_by_threat() {
    const size_t count = drafts_.all.size();
    for (size_t i = 0; i < count; ++i) {
      const EventDraft& threat = drafts_.all[i];
      if (threat.dropped || threat.event.type != "THREATEN" || threat.event.actors.empty()) continue;
      const Index condition = exception_to(threat.reading.trigger);
      if (condition == no_token || is_asked_for(condition)) continue;
      const Index who = matcher_.arguments().doer(condition);
      std::vector<ActorIndex> to = who == no_token ? threat.event.recipients : cast_.at(who);
      if (to.empty()) to = threat.event.recipients;
      ask_of(i, condition, to);
    }
  }

 private:
  // The verb of "unless ..." that hangs on the verb or on what it governs; no_token if there is none.
  Index exception_to(Index verb) const {
    std::vector<Index> verbs = tree_.all(verb, {"xcomp", "ccomp"});
    verbs.push_back(verb);
    for (Index v : verbs) {
      for (Index c : tree_.all(v, {"advcl"})) {
        const Index mark = tree_.child(c, {"mark"});
        if (mark != no_token && tree_[mark].lower == "unless") return c;
      }
    }
    return no_token;
  }

  bool is_asked_for(Index condition) const {
    return std::any_of(drafts_.all.begin(), drafts_.all.end(), [&](const EventDraft& d) {
      return d.event.type == "REQUEST" && d.reading.trigger == condition;
    });
  }

  // Adds a request by those who make threat `i`; what is asked for is urged.
  void ask_of(size_t i, Index condition, const std::vector<ActorIndex>& to) {
    EventDraft asked = drafts_.all[i];
    Event& event = asked.event;
    event.type = "REQUEST";
    event.rule = "request.unless";
    event.mode = mode_of_speech("REQUEST", condition, tree_, classes_);
    event.recipients = to;
    std::erase_if(event.recipients, [&](ActorIndex a) {
      return std::find(event.actors.begin(), event.actors.end(), a) != event.actors.end();
    });
    event.confidence = 0.6;
    event.trigger = tree_[condition].span;
    asked.reading.trigger = condition;
    const auto wished = drafts_.by_trigger.find(condition);
    if (wished != drafts_.by_trigger.end()) {
      Event& act = drafts_.all[wished->second].event;
      act.modality = Modality::urged;
      if (act.via.empty() && event.actors.size() == 1) act.via = event.actors;
    }
    drafts_.all.push_back(std::move(asked));
  }

  // "the rebels want the army withdrawn": on the rebels' word, though wanting is no act of its own.
  void stand_on_wish(EventDraft& inner) {
    const Index governor = inner.standing.governor;
    if (governor == no_token || !inner.event.via.empty() || !is_verb(tree_[governor])) return;
    const bool feared = is_one_of(tree_[governor].lemma, {"expect", "fear", "predict", "believe", "suspect"});
    if (!feared && inner.event.modality != Modality::urged) return;
    const Index who = matcher_.arguments().doer(governor);
    const std::vector<ActorIndex> wishers = who == no_token ? std::vector<ActorIndex>{} : cast_.at(who);
    if (wishers.size() == 1 && inner.event.actors != wishers) inner.event.via = wishers;
  }

  // "unless they leave": a request to leave, and the leaving urged.
  void ask_for(size_t i, Index condition, const std::vector<ActorIndex>& to) {
    say_of(i, "REQUEST", "request.unless", condition, to);
    const auto wished = drafts_.by_trigger.find(condition);
    if (wished == drafts_.by_trigger.end()) return;
    Event& act = drafts_.all[wished->second].event;
    act.modality = Modality::urged;
    if (act.via.empty()) act.via = drafts_.all[i].event.via;
  }

  // Adds an act of speech by the speaker on whose word draft `i` stands.
  void say_of(size_t i, std::string_view type, std::string_view rule, Index trigger,
              const std::vector<ActorIndex>& to) {
    EventDraft said = drafts_.all[i];
    Event& event = said.event;
    event.type = type;
    event.rule = rule;
    event.mode = type == "THREATEN" ? mode_by_inner(type, drafts_.all[i].event) : "";
    if (event.mode.empty()) event.mode = mode_of_speech(type, trigger, tree_, classes_);
    event.actors = {event.via.back()};
    event.via.pop_back();
    event.recipients = to;
    event.modality = Modality::happened;
    event.negative = false;
    event.place = event.time = -1;
    event.confidence = 0.6;
    event.trigger = tree_[trigger].span;
    said.reading.trigger = trigger;
    drafts_.all.push_back(std::move(said));
  }

  // A command to act is the act itself, by who orders and who is to act.
  void carry_out(EventDraft& order, EventDraft& act) {
    order.dropped = true;
    auto& actors = act.event.actors;
    for (ActorIndex a : order.event.actors) {
      if (std::find(actors.begin(), actors.end(), a) == actors.end()) actors.insert(actors.begin(), a);
    }
    std::erase_if(act.event.recipients,
                  [&](ActorIndex a) { return std::find(actors.begin(), actors.end(), a) != actors.end(); });
  }

  // A promise of harm is a threat; whom it hits is whom it is said to.
  void tie(Event& outer, Event& inner) {
    if (outer.type == "AGREE" && is_plain_harm(inner.type) && inner.modality == Modality::planned) {
      outer.type = "THREATEN";
      outer.rule = "threaten.promise";
      outer.mode.clear();
    }
    if (outer.type == "THREATEN") {
      if (is_open(inner.modality)) inner.modality = Modality::threatened;
      if (outer.recipients.empty()) outer.recipients = inner.recipients;
      if (inner.recipients.empty() && inner.actors != outer.recipients) inner.recipients = outer.recipients;
    }
    if (inner.actors.empty()) inner.actors = outer.type == "REQUEST" ? outer.recipients : outer.actors;
    if (outer.type == "REQUEST" && outer.recipients.empty() && inner.actors != outer.actors)
      outer.recipients = inner.actors;
    if (outer.type == "AGREE" && outer.recipients.empty()) outer.recipients = inner.recipients;
    if (outer.mode.empty()) outer.mode = mode_by_inner(outer.type, inner);
    if (inner.via.empty() && outer.actors.size() == 1) {
      inner.via = outer.via;
      inner.via.push_back(outer.actors[0]);
    }
  }

  Drafts& drafts_;
  const Tree& tree_;
  Cast& cast_;
  const Matcher& matcher_;
  const WordClasses& classes_;
};

}  // namespace

bool is_speech(std::string_view type) {
  return is_one_of(type, {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"});
}

void tie_inner_acts(Drafts& drafts, const Tree& tree, Cast& cast, const Matcher& matcher, const WordClasses& classes) {
  InnerActs inner(drafts, tree, cast, matcher, classes);
  inner.tie_inner();
  inner.threaten_by_condition();
  inner.ask_by_threat();
}

}  // namespace coranto::note
