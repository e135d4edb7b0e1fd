// One pass finds the acts that words name (lexicon, gate, parties, standing, scene), a second ties inner acts to the
// outer ones that govern them, a third joins what is told twice.
#include "note/events.h"

#include <algorithm>
#include <map>
#include <optional>

#include "note/event_context.h"
#include "note/event_discourse.h"
#include "note/event_frames.h"
#include "note/event_gate.h"
#include "note/event_lexicon.h"
#include "note/event_match.h"
#include "note/event_merge.h"
#include "note/event_scene.h"
#include "note/event_source.h"
#include "note/modality.h"

namespace coranto::note {

struct EventTables::Lists {
  WordClasses classes;
  Lexicon lexicon;
  ModalityTable modality;
  ContextTable contexts;
};

EventTables::EventTables(std::unique_ptr<Lists> lists) : lists_(std::move(lists)) {}
EventTables::EventTables(EventTables&&) noexcept = default;
EventTables::~EventTables() = default;

Result<EventTables> EventTables::open(const std::string& data) {
  const std::string folder = data + "/events";
  auto classes = WordClasses::open(folder);
  if (!classes) return classes.error();
  auto lexicon = Lexicon::open(folder, *classes);
  if (!lexicon) return lexicon.error();
  auto modality = ModalityTable::open(folder);
  if (!modality) return modality.error();
  auto contexts = ContextTable::open(folder);
  if (!contexts) return contexts.error();
  return EventTables(std::make_unique<Lists>(
      Lists{std::move(*classes), std::move(*lexicon), std::move(*modality), std::move(*contexts)}));
}

namespace {

// Acts done by words alone.
bool is_speech(std::string_view type) {
  return is_one_of(type, {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"});
}

// Acts that are threatened rather than promised.
bool is_harm(std::string_view type) {
  return is_one_of(type, {"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "ACCUSE", "REJECT", "PROTEST"});
}

// "will not negotiate" is a refusal that has happened.
bool is_named_by_negation(const Rule& rule) {
  return std::any_of(rule.when.begin(), rule.when.end(), [](const Condition& c) { return c.where == "neg"; });
}

struct Draft {
  Reading reading;
  Standing standing;
  Event event;
  bool dropped = false;
};

class Finder {
 public:
  Finder(const Tree& tree, Cast& cast, const Found& found, const EventTables::Lists& tables)
      : tree_(tree),
        cast_(cast),
        found_(found),
        tables_(tables),
        matcher_(tree, cast, tables.lexicon, tables.classes),
        gate_(tree, tables.classes),
        scene_(tree, found.places, found.times) {}

  std::vector<Event> find() {
    for (Index i = 0; i < tree_.size(); ++i) {
      if (taken_.count(i) == 0) draft(i);
    }
    tie_inner();
    threaten_by_condition();
    complete();
    std::vector<Event> events;
    for (Draft& d : drafts_) {
      if (!d.dropped && !d.event.actors.empty() + !d.event.recipients.empty() > 0) events.push_back(std::move(d.event));
    }
    merge_retold(events, found_.times, found_.places);
    return events;
  }

 private:
  void draft(Index token) {
    auto reading = matcher_.read(token);
    if (!reading) return;
    for (Index w : reading->words) taken_.insert({w, true});
    if (reading->rule->type.empty() || gate_.bars(*reading, matcher_)) return;
    if (tells_the_result(*reading)) return;
    Parties parties = parties_of(*reading, matcher_.arguments(), tree_, cast_);
    Draft d{*reading, tables_.modality.standing(tree_, token, reading->light), {}, false};
    if (!enough(*reading->rule, parties) && by_trigger_.count(d.standing.governor) == 0) return;
    fill(d, std::move(parties));
    by_trigger_[token] = drafts_.size();
    drafts_.push_back(std::move(d));
  }

  // "the attack killed nine": the act is the attack; its victims are told by the verb.
  bool tells_the_result(const Reading& verb) {
    if (verb.rule->type != "ASSAULT" || verb.rule->pos != 'V') return false;
    const Index doer = matcher_.arguments().doer(verb.trigger);
    const auto found = doer == no_token ? by_trigger_.end() : by_trigger_.find(doer);
    if (found == by_trigger_.end() || drafts_[found->second].event.type != "ASSAULT") return false;
    Event& act = drafts_[found->second].event;
    if (act.recipients.empty()) act.recipients = parties_of(verb, matcher_.arguments(), tree_, cast_).recipients;
    return true;
  }

  // Talks need two parties, help a giver; any other act one party.
  static bool enough(const Rule& rule, const Parties& parties) {
    if (rule.type == "CONSULT" && rule.mode != "phone") return parties.actors.size() + parties.recipients.size() > 1;
    if (rule.type == "AID") return !parties.actors.empty();
    return !parties.actors.empty() || !parties.recipients.empty();
  }

  void fill(Draft& d, Parties parties) {
    const Rule& rule = *d.reading.rule;
    Event& event = d.event;
    event.type = rule.type;
    event.mode = rule.mode;
    if (event.mode.empty()) event.mode = mode_of_speech(rule.type, d.reading.trigger, tree_, tables_.classes);
    event.rule = rule.name;
    event.confidence = rule.confidence;
    event.actors = std::move(parties.actors);
    event.recipients = std::move(parties.recipients);
    event.trigger = trigger_span(d.reading);
    event.sentence = tree_.sentence_span(tree_.sentence_of(d.reading.trigger));
    event.place = scene_.place_of(d.reading, is_speech(rule.type));
    event.time = scene_.time_of(d.reading);
    event.modality = d.standing.modality;
    event.negative = d.standing.negative;
    if (event.modality == Modality::happened) event.modality = timetabled(d);
    if (is_named_by_negation(rule)) {
      event.modality = Modality::happened;
      event.negative = false;
    }
    event.contexts = tables_.contexts.contexts(d.reading, tree_);
    event.cameo = tables_.contexts.cameo(event, tree_[d.reading.trigger].lemma);
    event.via = via_of(event, is_speech(rule.type), found_.statements);
  }

  // "meets on Wednesday" is a plan; "ordered a curfew" a command.
  Modality timetabled(const Draft& d) const {
    const Token& trigger = tree_[d.reading.trigger];
    if (trigger.lemma == "order" && d.event.type != "REQUEST") return Modality::ordered;
    const bool present = trigger.tag == "VBZ" || trigger.tag == "VBP";
    return present && d.event.type == "CONSULT" && d.event.time >= 0 ? Modality::planned : Modality::happened;
  }

  // The trigger with the words of its pattern, where they stand close together.
  Span trigger_span(const Reading& reading) const {
    Index first = reading.trigger, last = reading.trigger;
    for (Index w : reading.words) {
      first = std::min(first, w);
      last = std::max(last, w);
    }
    if (last - first > 6) first = last = reading.trigger;
    return {tree_[first].span.begin, tree_[last].span.end};
  }

  void complete() {
    std::vector<Told> told;
    for (Draft& d : drafts_) {
      if (d.dropped) continue;
      const bool clause = !matcher_.arguments().at(d.reading.trigger, "clause", {}).empty();
      told.push_back({&d.event, tree_.sentence_of(d.reading.trigger), !clause});
    }
    std::stable_sort(told.begin(), told.end(), [](const Told& a, const Told& b) { return a.sentence < b.sentence; });
    complete_recipients(told);
  }

  // What an outer act governs is told on its actor's word; one inner act for each outer one.
  void tie_inner() {
    std::map<size_t, size_t> inner_of;
    for (size_t i = 0; i < drafts_.size(); ++i) {
      Draft& inner = drafts_[i];
      const auto found = by_trigger_.find(inner.standing.governor);
      if (found == by_trigger_.end() || found->second == i) continue;
      Draft& outer = drafts_[found->second];
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
    const size_t count = drafts_.size();
    for (size_t i = 0; i < count; ++i) {
      const Index condition = drafts_[i].standing.condition;
      const Event& act = drafts_[i].event;
      if (condition == no_token || drafts_[i].dropped || act.via.empty() || !is_harm(act.type)) continue;
      if (act.modality != Modality::hypothetical && act.modality != Modality::planned) continue;
      const Index mark = tree_.child(condition, {"mark"});
      const Index who = matcher_.arguments().doer(condition);
      std::vector<ActorIndex> to = who == no_token ? act.recipients : cast_.at(who);
      std::erase_if(to, [&](ActorIndex a) { return a == act.via.back(); });
      if (to.empty()) to = act.recipients;
      say_of(i, "THREATEN", "threaten.condition", drafts_[i].reading.trigger, to);
      if (mark != no_token && tree_[mark].lower == "unless") ask_for(i, condition, to);
      drafts_[i].event.modality = Modality::threatened;
      if (drafts_[i].event.recipients.empty()) drafts_[i].event.recipients = to;
    }
  }

  // "unless they leave": a request to leave, and the leaving urged.
  void ask_for(size_t i, Index condition, const std::vector<ActorIndex>& to) {
    say_of(i, "REQUEST", "request.unless", condition, to);
    const auto wished = by_trigger_.find(condition);
    if (wished == by_trigger_.end()) return;
    Event& act = drafts_[wished->second].event;
    act.modality = Modality::urged;
    if (act.via.empty()) act.via = drafts_[i].event.via;
  }

  // Adds an act of speech by the speaker on whose word draft `i` stands.
  void say_of(size_t i, std::string_view type, std::string_view rule, Index trigger, const std::vector<ActorIndex>& to) {
    Draft said = drafts_[i];
    Event& event = said.event;
    event.type = type;
    event.rule = rule;
    event.mode = mode_of_speech(type, trigger, tree_, tables_.classes);
    event.actors = {event.via.back()};
    event.via.pop_back();
    event.recipients = to;
    event.modality = Modality::happened;
    event.negative = false;
    event.place = event.time = -1;
    event.confidence = 0.6;
    event.trigger = tree_[trigger].span;
    event.cameo = tables_.contexts.cameo(event, tree_[trigger].lemma);
    drafts_.push_back(std::move(said));
  }

  // A command to act is the act itself, by who orders and who is to act.
  void carry_out(Draft& order, Draft& act) {
    order.dropped = true;
    auto& actors = act.event.actors;
    for (ActorIndex a : order.event.actors) {
      if (std::find(actors.begin(), actors.end(), a) == actors.end()) actors.insert(actors.begin(), a);
    }
    std::erase_if(act.event.recipients, [&](ActorIndex a) {
      return std::find(actors.begin(), actors.end(), a) != actors.end();
    });
  }

  // A promise of harm is a threat; whom it hits is whom it is said to.
  void tie(Event& outer, Event& inner) {
    if (outer.type == "AGREE" && is_harm(inner.type) && inner.modality == Modality::planned) {
      outer.type = "THREATEN";
      outer.rule = "threaten.promise";
    }
    if (outer.type == "THREATEN") {
      if (inner.modality == Modality::planned || inner.modality == Modality::possible ||
          inner.modality == Modality::hypothetical) inner.modality = Modality::threatened;
      if (outer.recipients.empty()) outer.recipients = inner.recipients;
      if (inner.recipients.empty() && inner.actors != outer.recipients) inner.recipients = outer.recipients;
    }
    if (inner.actors.empty()) inner.actors = outer.type == "REQUEST" ? outer.recipients : outer.actors;
    if (outer.type == "REQUEST" && outer.recipients.empty() && inner.actors != outer.actors) outer.recipients = inner.actors;
    if (outer.type == "AGREE" && outer.recipients.empty()) outer.recipients = inner.recipients;
    if (inner.via.empty() && outer.actors.size() == 1) {
      inner.via = outer.via;
      inner.via.push_back(outer.actors[0]);
    }
  }

  const Tree& tree_;
  Cast& cast_;
  const Found& found_;
  const EventTables::Lists& tables_;
  Matcher matcher_;
  EventGate gate_;
  Scene scene_;
  std::map<Index, bool> taken_;
  std::map<Index, size_t> by_trigger_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Event> find_events(const Tree& tree, Cast& cast, const Found& found, const EventTables& tables) {
  return Finder(tree, cast, found, tables.lists()).find();
}

}  // namespace coranto::note
