// One pass finds the acts that words name (lexicon, gate, parties, standing, scene), a second ties inner acts to the
// outer ones that govern them, a third joins what is told twice.
#include "note/events.h"

#include <algorithm>
#include <map>

#include "note/event_context.h"
#include "note/event_discourse.h"
#include "note/event_draft.h"
#include "note/event_evidence.h"
#include "note/event_frames.h"
#include "note/event_gate.h"
#include "note/event_inner.h"
#include "note/event_lexicon.h"
#include "note/event_match.h"
#include "note/event_merge.h"
#include "note/event_modes.h"
#include "note/event_scene.h"
#include "note/event_setting.h"
#include "note/event_source.h"
#include "note/modality.h"

namespace coranto::note {

struct EventTables::Lists {
  WordClasses classes;
  Lexicon lexicon;
  ModalityTable modality;
  ContextTable contexts;
  Evidence evidence;
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
  auto evidence = Evidence::open(folder);
  if (!evidence) return evidence.error();
  return EventTables(std::make_unique<Lists>(Lists{std::move(*classes), std::move(*lexicon), std::move(*modality),
                                                   std::move(*contexts), std::move(*evidence)}));
}

namespace {

// "will not negotiate" is a refusal that has happened.
bool is_named_by_negation(const Rule& rule) {
  return std::any_of(rule.when.begin(), rule.when.end(), [](const Condition& c) { return c.where == "neg"; });
}

class Finder {
 public:
  Finder(const Tree& tree, Cast& cast, const Found& found, const EventTables::Lists& tables)
      : tree_(tree),
        cast_(cast),
        found_(found),
        tables_(tables),
        matcher_(tree, cast, tables.lexicon, tables.classes),
        gate_(tree, tables.classes),
        scene_(tree, tables.classes, found.places, found.times) {}

  std::vector<Event> find() {
    for (Index i = 0; i < tree_.size(); ++i) {
      if (taken_.count(i) == 0) draft(i);
    }
    tie_inner_acts(drafts_, tree_, cast_, matcher_, tables_.classes);
    complete_recipients(drafts_, tree_, cast_, found_.statements, matcher_, tables_.lexicon, tables_.classes);
    for (EventDraft& d : drafts_.all) set_scene(d);
    std::vector<Event> events;
    for (EventDraft& d : drafts_.all) {
      if (d.dropped) continue;
      d.event.cameo = tables_.contexts.cameo(d.event, tree_[d.reading.trigger].lemma);
      events.push_back(std::move(d.event));
    }
    merge_retold(events, found_.times, found_.places);
    tables_.evidence.weigh(events, cast_, found_.statements, tree_.document().text.size());
    set_in_story(events, tree_, scene_, found_.places, found_.times);
    return events;
  }

 private:
  void draft(Index token) {
    auto reading = matcher_.read(token);
    if (!reading) return;
    take(*reading);
    if (reading->rule->type.empty() || gate_.bars(*reading, matcher_)) return;
    if (tells_the_result(*reading)) return;
    Parties parties = parties_of(*reading, matcher_.arguments(), tree_, cast_);
    EventDraft d{*reading, tables_.modality.standing(tree_, token, reading->light), {}, false};
    if (d.standing.modality == Modality::urged && d.standing.governor == d.reading.light) spare_asker(d, parties);
    if (is_private_crime(*reading->rule, parties)) return;
    const bool told = enough(*reading->rule, parties) || counts_people(*reading) || meets_as_one(*reading, parties);
    if (!told && drafts_.by_trigger.count(d.standing.governor) == 0) return;
    fill(d, std::move(parties));
    drafts_.by_trigger[token] = drafts_.all.size();
    drafts_.all.push_back(std::move(d));
  }

  // The words of a reading name no act of their own, but for protests given up and what is asked for.
  void take(const Reading& reading) {
    for (Index w : reading.words) {
      if (!stands_apart(w, reading.rule->type)) taken_.insert({w, true});
    }
  }

  // "called off the strike": a strike too; "demanded an inquiry": an inquiry too.
  bool stands_apart(Index word, std::string_view outer) {
    if (tree_[word].pos != "NOUN" || !is_one_of(outer, {"CONCEDE", "REJECT", "REQUEST"})) return false;
    const auto own = matcher_.read(word);
    if (!own || own->rule->type.empty()) return false;
    return own->rule->type == "PROTEST" || (outer == "REQUEST" && is_one_of(own->rule->type, {"ACCUSE", "CONCEDE"}));
  }

  // One private person hurt others: a crime, no act between public actors.
  bool is_private_crime(const Rule& rule, const Parties& parties) const {
    const auto is_private = [this](ActorIndex i) {
      const Actor& actor = cast_.actor(i);
      return is_one_of(actor.sector, {"CVL", "AGR", "EDU", "BUS", "MED", "LAB", ""}) && actor.kind == ActorKind::person;
    };
    const auto is_victim = [this](ActorIndex i) {
      const Actor& actor = cast_.actor(i);
      return actor.kind != ActorKind::government &&
             is_one_of(actor.sector, {"CVL", "AGR", "EDU", "BUS", "MED", "LAB", ""});
    };
    return rule.type == "ASSAULT" && parties.actors.size() == 1 && is_private(parties.actors[0]) &&
           std::all_of(parties.recipients.begin(), parties.recipients.end(), is_victim);
  }

  // "the attack killed nine": the act is the attack; its victims are told by the verb.
  bool tells_the_result(const Reading& verb) {
    if (verb.rule->type != "ASSAULT" || verb.rule->pos != 'V') return false;
    const Index doer = matcher_.arguments().doer(verb.trigger);
    const auto found = doer == no_token ? drafts_.by_trigger.end() : drafts_.by_trigger.find(doer);
    if (found == drafts_.by_trigger.end() || drafts_.all[found->second].event.type != "ASSAULT") return false;
    Event& act = drafts_.all[found->second].event;
    if (act.recipients.empty()) act.recipients = parties_of(verb, matcher_.arguments(), tree_, cast_).recipients;
    return true;
  }

  // "demanded an inquiry": who asks is not who is to act.
  void spare_asker(const EventDraft& d, Parties& parties) {
    const Index asker = d.reading.light == no_token ? no_token : matcher_.arguments().doer(d.reading.light);
    if (asker == no_token) return;
    const auto actors = cast_.at(asker);
    std::erase_if(parties.actors,
                  [&](ActorIndex a) { return std::find(actors.begin(), actors.end(), a) != actors.end(); });
  }

  // Talks need two parties, help a giver; any other act one party, unless its words leave no doubt.
  static bool enough(const Rule& rule, const Parties& parties) {
    const bool none = parties.actors.empty() && parties.recipients.empty();
    if (rule.type == "CONSULT" && rule.mode != "phone") return parties.actors.size() + parties.recipients.size() > 1;
    if (rule.type == "AID") return !parties.actors.empty();
    return !none || stands_alone(rule);
  }

  // "eleven were detained", "three Russians were freed": people, though nobody says which.
  bool counts_people(const Reading& reading) const {
    const Rule& rule = *reading.rule;
    if (rule.pos != 'V' || !is_one_of(rule.mode, {"arrest", "release", "deport", "abduct"})) return false;
    const Index whom = matcher_.arguments().sufferer(reading.trigger);
    if (whom == no_token) return false;
    return tree_[whom].pos == "NUM" || tree_[whom].entity == "NORP" ||
           is_one_of(tree_[whom].lower, {"all", "some", "most"});
  }

  // "the two ministers met", "the envoy will travel to the capital": talks between parties that one phrase names, or
  // of whom only the guest is said, unless he travels for something else.
  bool meets_as_one(const Reading& reading, const Parties& parties) const {
    const Rule& rule = *reading.rule;
    if (rule.type != "CONSULT" || rule.pos != 'V' || parties.actors.size() != 1) return false;
    if (rule.mode == "phone") return false;
    if (rule.mode == "visit") return tree_.child(reading.trigger, {"xcomp", "advcl"}) == no_token;
    const Index who = matcher_.arguments().doer(reading.trigger);
    return who != no_token && is_one_of(tree_[who].tag, {"NNS", "NNPS"}) && !rule.when.empty();
  }

  static bool stands_alone(const Rule& rule) {
    if (rule.pos == 'V' && is_one_of(rule.type, {"AGREE", "CONCEDE", "SUPPORT", "REJECT", "MOBILIZE"})) return true;
    if (is_one_of(rule.type, {"ACCUSE", "SANCTION", "REQUEST", "THREATEN"})) return false;
    return rule.words.size() > 1 && !(rule.pos == 'V' && is_one_of(rule.type, {"ASSAULT", "PROTEST"}));
  }

  void fill(EventDraft& d, Parties parties) {
    const Rule& rule = *d.reading.rule;
    Event& event = d.event;
    event.type = rule.type;
    event.mode = rule.mode;
    if (event.mode.empty()) event.mode = mode_of_speech(rule.type, d.reading.trigger, tree_, tables_.classes);
    mode_by_sentence(event, d.reading.trigger, tree_, tables_.classes);
    event.rule = rule.name;
    event.confidence = rule.confidence;
    event.actors = std::move(parties.actors);
    event.recipients = std::move(parties.recipients);
    mode_by_parties(event, cast_);
    event.trigger = trigger_span(d.reading);
    event.sentence = tree_.sentence_span(tree_.sentence_of(d.reading.trigger));
    event.modality = d.standing.modality;
    set_scene(d);
    event.negative = d.standing.negative;
    if (event.modality == Modality::happened) event.modality = timetabled(d);
    if (is_named_by_negation(rule)) {
      event.modality = Modality::happened;
      event.negative = false;
    }
    event.contexts = tables_.contexts.contexts(d.reading, tree_);
    event.via = via_of(event, d.reading.trigger, is_speech(rule.type), found_.statements, tree_, cast_);
  }

  void set_scene(EventDraft& d) {
    Act act;
    act.trigger = d.reading.trigger;
    act.light = d.reading.light;
    act.words = is_speech(d.event.type);
    act.spoken = act.words && !tables_.classes.contains("scene_act", tree_[act.trigger].lemma);
    act.ordered = d.event.modality == Modality::ordered;
    act.happened = act.ordered || d.event.modality == Modality::happened;
    if (act.spoken) scene_.mark_spoken(act.trigger);
    act.within = told_within(d.event.trigger);
    if (act.words && !act.ordered && act.happened) act.cue = cue_of(d.event);
    const bool threat = d.event.rule == "threaten.condition" || d.event.rule == "request.unless";
    if (threat && act.cue != no_token) act.trigger = act.cue;  // its trigger is what is threatened
    d.event.place = scene_.place_of(act);
    d.event.time = scene_.time_of(act);
  }

  // The words of the statement that hold these, or nothing.
  Span told_within(Span words) const {
    const Statement* told = holder_of(words, found_.statements);
    if (told == nullptr) return {};
    for (Span s : told->content) {
      if (s.contains(words)) return s;
    }
    return {};
  }

  // The word that reports the statement in which the actor himself does the act.
  Index cue_of(const Event& event) const {
    const Statement* told = holder_of(event.trigger, found_.statements);
    if (told == nullptr || told->cue.end == 0) return no_token;
    const bool own = std::find(event.actors.begin(), event.actors.end(), told->speaker) != event.actors.end();
    if (!own) return no_token;
    const Index cue = tree_.token_at(told->cue.begin);
    for (Index i = cue; i < tree_.size() && tree_[i].span.begin < told->cue.end; ++i) {
      if (is_verb(tree_[i])) return i;
    }
    return cue;
  }

  // "meets on Wednesday" is a plan; "ordered a curfew" a command.
  Modality timetabled(const EventDraft& d) const {
    const Token& trigger = tree_[d.reading.trigger];
    if (trigger.lemma == "order" && d.event.type != "REQUEST") return Modality::ordered;
    const bool present = trigger.tag == "VBZ" || trigger.tag == "VBP";
    return present && d.event.type == "CONSULT" && d.event.time >= 0 ? Modality::planned : Modality::happened;
  }

  // The trigger with the words of its pattern that stand beside it, over an article or an adjective of theirs.
  Span trigger_span(const Reading& reading) const {
    Index first = reading.trigger, last = reading.trigger;
    std::vector<Index> words = reading.words;
    std::sort(words.begin(), words.end());
    for (Index w : words) {
      if (w > last && joins(last, w)) last = w;
    }
    for (size_t k = words.size(); k-- > 0;) {
      if (words[k] < first && joins(words[k], first)) first = words[k];
    }
    if (first == last && tree_[first].lemma == "be" && !words.empty()) {  // "is not in custody": the rest names it
      first = last = words[0];
      for (Index w : words) {
        if (w > last && joins(last, w)) last = w;
      }
    }
    return {tree_[first].span.begin, tree_[last].span.end};
  }

  // Nothing stands between the two words but what belongs to the second as its noun's article or adjective.
  bool joins(Index left, Index right) const {
    if (right - left > 3) return false;
    for (Index i = left + 1; i < right; ++i) {
      if (tree_.head(i) != right || !is_one_of(tree_[i].dep, {"det", "amod", "compound"})) return false;
    }
    return true;
  }

  const Tree& tree_;
  Cast& cast_;
  const Found& found_;
  const EventTables::Lists& tables_;
  Matcher matcher_;
  EventGate gate_;
  Scene scene_;
  std::map<Index, bool> taken_;
  Drafts drafts_;
};

}  // namespace

std::vector<Event> find_events(const Tree& tree, Cast& cast, const Found& found, const EventTables& tables) {
  return Finder(tree, cast, found, tables.lists()).find();
}

}  // namespace coranto::note
