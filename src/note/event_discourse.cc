#include "note/event_discourse.h"

#include <algorithm>

#include "note/event_inner.h"

namespace coranto::note {
namespace {

using List = std::vector<ActorIndex>;

constexpr size_t reach_of_thing = 5;  // sentences back to the act that "the raid" names
constexpr size_t reach_of_name = 12;  // sentences back to the act that a noun names again
constexpr size_t reach_of_talk = 2;   // sentences back to the act that a bare answer answers

bool share(const List& a, const List& b) {
  return std::any_of(a.begin(), a.end(), [&](ActorIndex x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

class Discourse {
 public:
  Discourse(Drafts& drafts, const Tree& tree, Cast& cast, const std::vector<Statement>& statements,
            const Matcher& matcher, const Lexicon& lexicon, const WordClasses& classes)
      : drafts_(drafts),
        tree_(tree),
        cast_(cast),
        statements_(statements),
        matcher_(matcher),
        lexicon_(lexicon),
        classes_(classes) {
    for (EventDraft& d : drafts.all) {
      if (!d.dropped) told_.push_back(&d);
    }
    std::stable_sort(told_.begin(), told_.end(),
                     [](const EventDraft* a, const EventDraft* b) { return a->reading.trigger < b->reading.trigger; });
  }

  void complete() {
    for (at_ = 0; at_ < told_.size(); ++at_) {
      Event& event = told_[at_]->event;
      if (Event* before = retold(); before != nullptr) {
        if (before->sentence != event.sentence) before->also.push_back(event.sentence);
        told_[at_]->dropped = true;
        continue;
      }
      if (event.actors.empty() && event.mode == "release" && !event.recipients.empty()) event.actors = holder();
      if (event.actors.empty()) event.actors = doer_named_before();
      if (!event.recipients.empty() || event.actors.empty()) continue;
      List found = by_dative();
      if (found.empty()) found = by_things();
      if (found.empty()) found = by_clause();
      if (found.empty()) found = by_talk();
      if (found.size() <= 2) event.recipients = std::move(found);
    }
  }

 private:
  const EventDraft& now() const { return *told_[at_]; }
  const List& us() const { return told_[at_]->event.actors; }
  size_t sentence(const EventDraft& d) const { return tree_.sentence_of(d.reading.trigger); }

  bool is_other(const List& actors) const { return !actors.empty() && !share(actors, us()); }

  // "the release", "their arrest", "the freed men": the act told before that the word names again.
  Event* retold() const {
    const Event& again = now().event;
    const Index trigger = now().reading.trigger;
    const bool noun = tree_[trigger].pos == "NOUN" && now().reading.light == no_token &&
                      (points_back(trigger) || tree_.child(trigger, {"poss"}) != no_token);
    if (!noun && tree_[trigger].dep != "amod") return nullptr;
    for (size_t k = at_; k-- > 0 && sentence(now()) - sentence(*told_[k]) <= reach_of_name;) {
      Event& before = told_[k]->event;
      if (!told_[k]->dropped && is_same_act(before, again)) return &before;
    }
    return nullptr;
  }

  static bool is_same_act(const Event& before, const Event& again) {
    if (before.type != again.type || before.negative != again.negative || before.modality != again.modality)
      return false;
    if (!before.mode.empty() && !again.mode.empty() && before.mode != again.mode) return false;
    List parties = before.actors;
    parties.insert(parties.end(), before.recipients.begin(), before.recipients.end());
    const auto told = [&](ActorIndex a) { return std::find(parties.begin(), parties.end(), a) != parties.end(); };
    return std::all_of(again.actors.begin(), again.actors.end(), told) &&
           std::all_of(again.recipients.begin(), again.recipients.end(), told);
  }

  // The latest act told before, at most `reach` sentences back, of which `fits` is true.
  template <typename Test>
  const Event* last(size_t reach, Test fits) const {
    for (size_t k = at_; k-- > 0 && sentence(now()) - sentence(*told_[k]) <= reach;) {
      if (fits(told_[k]->event)) return &told_[k]->event;
    }
    return nullptr;
  }

  // The nouns at which an act of speech is aimed.
  std::vector<Index> things() const {
    std::vector<Index> nouns;
    for (Index w : now().reading.words) {
      if (is_noun(tree_[w])) nouns.push_back(w);
    }
    for (std::string_view slot : {"obj", "to", "with", "against", "of", "about", "on", "over", "for"}) {
      for (Index i : matcher_.arguments().at(now().reading.trigger, slot, now().reading.words)) {
        if (is_noun(tree_[i])) nouns.push_back(i);
      }
    }
    return nouns;
  }

  List by_things() const {
    if (!is_one_of(now().event.type, {"REJECT", "ACCUSE", "SUPPORT", "AGREE", "CONCEDE"})) return {};
    for (Index thing : things()) {
      List found = author(thing);
      if (!found.empty()) return found;
    }
    return {};
  }

  // "gave him her endorsement", "the papers that the ministry promised them"
  List by_dative() const {
    if (!is_verb(tree_[now().reading.trigger]) || !is_speech(now().event.type)) return {};
    return named_in(now().reading.trigger, {"iobj"});
  }

  // The first other actors that stand in one of the slots.
  List named_in(Index trigger, std::initializer_list<std::string_view> slots) const {
    for (std::string_view slot : slots) {
      for (Index i : matcher_.arguments().at(trigger, slot, {})) {
        List found = cast_.at(i);
        if (is_other(found)) return found;
      }
    }
    return {};
  }

  // The verbs of the clause that the trigger governs: "refused to meet", "offered to talk".
  std::vector<Index> governed() const {
    std::vector<Index> verbs;
    for (Index c : tree_.all(now().reading.trigger, {"xcomp", "ccomp"})) {
      if (tree_[c].tag == "VB" || tree_[c].tag == "VBG") verbs.push_back(c);
    }
    return verbs;
  }

  // Whom what is offered, refused, asked or threatened is about.
  List by_clause() const {
    const std::string_view type = now().event.type;
    if (!is_one_of(type, {"AGREE", "REJECT", "REQUEST", "THREATEN"})) return {};
    if (type == "REQUEST" && now().reading.rule->pos == 'N') return granter();
    for (Index verb : governed()) {
      List found = type == "REQUEST" ? named_in(verb, {"subj"}) : named_in(verb, {"with", "to", "against"});
      const bool about_object = type == "REJECT" || (type == "THREATEN" && tree_[verb].dep == "xcomp");
      if (found.empty() && about_object) found = named_in(verb, {"obj"});
      if (found.empty() && about_object) found = beside_object(verb);
      if (!found.empty()) return found;
    }
    return type == "THREATEN" ? held_to_condition() : List();
  }

  // "refused to release the logs subpoenaed by the panel"
  List beside_object(Index verb) const {
    for (Index i : matcher_.arguments().at(verb, "obj", {})) {
      List found = told_beside(i);
      if (!found.empty()) return found;
    }
    return {};
  }

  // "sent troops at the governor's request": who did what was asked for.
  List granter() const {
    const Index noun = now().reading.trigger, at = tree_.head(noun);
    if (tree_[noun].dep != "pobj" || tree_[at].lower != "at") return {};
    const Index verb = tree_.head(at);
    const Index doer = is_verb(tree_[verb]) ? matcher_.arguments().doer(verb) : no_token;
    List found = doer == no_token ? List() : cast_.at(doer);
    return is_other(found) ? found : List();
  }

  // "threatened to strike unless they withdrew": they.
  List held_to_condition() const {
    std::vector<Index> verbs = governed();
    verbs.push_back(now().reading.trigger);
    for (Index verb : verbs) {
      for (Index c : tree_.all(verb, {"advcl"})) {
        const Index mark = tree_.child(c, {"mark"});
        if (mark == no_token || !is_one_of(tree_[mark].lower, {"if", "unless"})) continue;
        List found = named_in(c, {"subj"});
        if (!found.empty()) return found;
      }
    }
    return {};
  }

  // Who is named beside the thing as its author: "a claim by X", "a bill that X takes up", "logs asked for by X".
  List told_beside(Index thing) const {
    if (tree_[thing].pos != "NOUN") return {};
    List found = cast_.owners_of(thing);
    if (is_other(found)) return found;
    for (Index verb : tree_.all(thing, {"acl", "relcl"})) {
      const Index doer = matcher_.arguments().sufferer(verb) == thing ? matcher_.arguments().doer(verb) : no_token;
      if (doer == no_token || doer == thing) continue;
      found = cast_.at(doer);
      if (is_other(found)) return found;
    }
    return {};
  }

  // Who did what the noun names.
  List author(Index thing) const {
    const auto named = drafts_.by_trigger.find(thing);
    if (named != drafts_.by_trigger.end() && is_other(drafts_.all[named->second].event.actors)) {
      return drafts_.all[named->second].event.actors;
    }
    const bool joint = us().size() > 1 && is_one_of(now().event.type, {"SUPPORT", "AGREE"});  // "both signed X's deal"
    if (List found = joint ? List() : told_beside(thing); !found.empty()) return found;
    if (!points_back(thing)) return {};
    if (tree_[thing].pos == "PRON" || classes_.contains("deed", tree_[thing].lemma)) {
      if (is_denial() && tree_[thing].pos == "PRON") return claimant();
      return doer_of(last(reach_of_talk, [&](const Event& e) { return is_other(e.actors); }));
    }
    if (List found = introducer(thing); !found.empty()) return found;
    if (const Event* act =
            last(reach_of_thing, [&](const Event& e) { return is_cognate(thing, e) && is_other(e.actors); })) {
      return act->actors;
    }
    const auto type = type_of(thing);
    if (!type.empty()) {
      const Event* act = last(reach_of_thing, [&](const Event& e) { return e.type == type && is_other(e.actors); });
      if (act != nullptr) return act->actors;
    }
    return classes_.contains("claim", tree_[thing].lemma) ? claimant() : List();
  }

  static List doer_of(const Event* event) { return event == nullptr ? List() : event->actors; }

  // "it", "this step", "the raid"; not "a raid" or "his plan".
  bool points_back(Index thing) const {
    if (tree_[thing].pos == "PRON") return is_one_of(tree_[thing].lower, {"it", "this", "that"});
    if (tree_.child(thing, {"poss"}) != no_token) return false;
    const Index article = tree_.child(thing, {"det", "amod"});
    return article != no_token && is_one_of(tree_[article].lower, {"the", "this", "that", "such", "these", "those"});
  }

  // "the suspension" of who "suspended"
  bool is_cognate(Index thing, const Event& act) const {
    const std::string_view noun = tree_[thing].lemma, word = tree_[tree_.token_at(act.trigger.begin)].lemma;
    const size_t n = std::min(noun.size(), word.size());
    size_t common = 0;
    while (common < n && noun[common] == word[common]) ++common;
    return common >= 4 && common + 2 >= word.size();
  }

  // Who brought the thing into the story: "a letter by X", "X published a letter".
  List introducer(Index thing) const {
    const size_t here = sentence(now());
    for (Index m = thing; m-- > 0 && here - tree_.sentence_of(m) <= reach_of_thing;) {
      if (tree_[m].lemma != tree_[thing].lemma || tree_[m].pos != "NOUN") continue;
      List found = cast_.owners_of(m);
      for (std::string_view by : {"by", "from"}) {
        if (found.empty() && tree_.object_of(m, by) != no_token) found = cast_.at(tree_.object_of(m, by));
      }
      const Index verb = tree_.head(m);
      if (found.empty() && is_verb(tree_[verb]) && matcher_.arguments().sufferer(verb) == m) {
        const Index doer = matcher_.arguments().doer(verb);
        if (doer != no_token) found = cast_.at(doer);
      }
      const Index told = tree_.child(m, {"relcl"});
      if (found.empty() && told != no_token && matcher_.arguments().sufferer(told) == m) {
        const Index doer = matcher_.arguments().doer(told);
        if (doer != no_token) found = cast_.at(doer);
      }
      if (is_other(found)) return found;
    }
    return {};
  }

  // The type of act that the noun names by itself.
  std::string_view type_of(Index noun) const {
    for (const Rule* rule : lexicon_.rules(tree_[noun].lemma, 'N')) {
      if (rule->words.size() == 1 && !rule->type.empty()) return rule->type;
    }
    return {};
  }

  bool is_denial() const { return now().event.type == "REJECT"; }

  // Who said last what the denier denies.
  List claimant(bool alike = false) const {
    const Event* blame = last(reach_of_talk, [&](const Event& e) { return e.type == "ACCUSE" && is_other(e.actors); });
    const uint32_t from = tree_[now().reading.trigger].span.begin;
    const Statement* claim = nullptr;
    for (const Statement& s : statements_) {
      if (s.speaker == no_actor || s.negative || s.content.empty() || s.content[0].begin >= from) continue;
      if (cast_.actor(s.speaker).sector == "JRN") continue;
      const size_t place = tree_.sentence_of(tree_.token_at(s.content[0].begin));
      if (sentence(now()) - place > reach_of_talk || !is_other({s.speaker})) continue;
      if (s.content[0].begin <= from && from < s.content.back().end) continue;
      if (alike && !is_about_the_same(s)) continue;
      if (claim == nullptr || s.content[0].begin > claim->content[0].begin) claim = &s;
    }
    if (blame != nullptr && (claim == nullptr || blame->trigger.begin > claim->content[0].begin)) return blame->actors;
    return claim == nullptr ? List() : List{claim->speaker};
  }

  // The claim and what is denied share a noun, a name or a verb.
  bool is_about_the_same(const Statement& claim) const {
    const Index trigger = now().reading.trigger;
    for (Index i = trigger + 1; i <= tree_[trigger].right_edge; ++i) {
      if (!is_one_of(tree_[i].pos, {"NOUN", "PROPN", "VERB"})) continue;
      for (Span part : claim.content) {
        for (Index c = tree_.token_at(part.begin); c < tree_.size() && tree_[c].span.begin < part.end; ++c) {
          if (tree_[c].lemma == tree_[i].lemma) return true;
        }
      }
    }
    return false;
  }

  List by_talk() const {
    const Event& event = now().event;
    if (is_one_of(event.type, {"REQUEST", "THREATEN"})) {
      List found = whom_addressed();
      return found.empty() ? who_addressed(3) : found;
    }
    if (event.type != "REJECT") return {};
    if (is_one_of(tree_[now().reading.trigger].lemma, {"deny", "refute", "dispute", "dismiss", "contradict"})) {
      List found = claimant(true);
      if (!found.empty()) return found;
    }
    return who_addressed(3);
  }

  // "the raid killed nine", "the raid on the camp": who raided, told before.
  List doer_named_before() const {
    const Event& act = now().event;
    const Index trigger = now().reading.trigger;
    const Index named = is_verb(tree_[trigger]) ? matcher_.arguments().doer(trigger) : trigger;
    if (named == no_token || tree_[named].pos != "NOUN" || !points_back(named)) return {};
    if (type_of(named) != act.type) return {};
    return doer_of(last(reach_of_thing, [&](const Event& e) {
      return e.type == act.type && !e.negative && !e.actors.empty() && !share(e.actors, act.recipients);
    }));
  }

  // Who holds those that are let go: who took them.
  List holder() const {
    const List& held = now().event.recipients;
    return doer_of(last(reach_of_thing, [&](const Event& e) {
      const bool takes = e.type == "COERCE" || (e.type == "ASSAULT" && e.mode == "abduct");
      return takes && !e.negative && share(e.recipients, held) && !e.actors.empty() && !share(e.actors, held);
    }));
  }

  // Who did something to the actor before: the act answered.
  List who_addressed(size_t reach) const {
    return doer_of(last(reach, [&](const Event& e) {
      const bool calls_for_answer =
          now().event.type != "REJECT" || is_one_of(e.type, {"REQUEST", "ACCUSE", "THREATEN", "AGREE"});
      return calls_for_answer && share(e.recipients, us()) && is_other(e.actors);
    }));
  }

  // Whom the actor addressed before.
  List whom_addressed() const {
    const Event* before =
        last(reach_of_talk, [&](const Event& e) { return share(e.actors, us()) && is_other(e.recipients); });
    return before == nullptr ? List() : before->recipients;
  }

  Drafts& drafts_;
  const Tree& tree_;
  Cast& cast_;
  const std::vector<Statement>& statements_;
  const Matcher& matcher_;
  const Lexicon& lexicon_;
  const WordClasses& classes_;
  std::vector<EventDraft*> told_;
  size_t at_ = 0;
};

}  // namespace

void complete_recipients(Drafts& drafts, const Tree& tree, Cast& cast, const std::vector<Statement>& statements,
                         const Matcher& matcher, const Lexicon& lexicon, const WordClasses& classes) {
  Discourse(drafts, tree, cast, statements, matcher, lexicon, classes).complete();
}

}  // namespace coranto::note
