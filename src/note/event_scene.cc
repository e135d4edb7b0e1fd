// From each expression of place or time up the tree to what it hangs on; from each act up the clauses that share its
// scene; the expression that is met first is the act's.
#include "note/event_scene.h"

#include <algorithm>

#include "note/event_arguments.h"
#include "note/letters.h"

namespace coranto::note {
namespace {

bool shouts(const Token& token) { return token.text.size() > 1 && token.pos != "NUM" && !has_small_letter(token.text); }

bool is_motion(std::string_view lemma) {
  return is_one_of(lemma, {"travel", "fly", "go", "come", "rush", "head", "return", "drive", "sail", "march", "move"});
}

// Words of a dateline: names, numbers, marks, and what joins names.
bool fits_dateline(const Token& token) {
  const auto c = static_cast<unsigned char>(token.text[0]);
  return c >= 0x80 || c < 'a' || c > 'z' || is_one_of(token.text, {"of", "de", "and"});
}

bool is_modifier(std::string_view dep) { return is_one_of(dep, {"compound", "nmod", "nummod", "amod", "poss"}); }

}  // namespace

Scene::Scene(const Tree& tree, const WordClasses& classes, const std::vector<Place>& places,
             const std::vector<Time>& times)
    : tree_(tree), classes_(classes), places_(places), times_(times), dateline_(tree.size(), false) {
  mark_datelines();
  for (size_t p = places.size(); p-- > 0;) {
    const Index at = tree.token_at(places[p].span.begin);
    if (at != no_token && dateline_[at] && places[p].use == PlaceUse::place) dateline_place_ = static_cast<int32_t>(p);
  }
  for (const Place& place : places) place_links_.push_back(link_of(place.span, true));
  for (const Time& time : times) time_links_.push_back(link_of(time.span, false));
}

// "MOSCOW, March 3 (AP) —": capitals at the head of a paragraph, up to the dash.
void Scene::mark_datelines() {
  for (Index i = 0; i < tree_.size(); ++i) {
    const bool first = i == 0 || (tree_[i - 1].is_space && tree_[i - 1].text.find('\n') != std::string_view::npos);
    if (!first || !shouts(tree_[i])) continue;
    for (Index k = i + 1; k < tree_.size() && k < i + 16 && !tree_[k].is_space && fits_dateline(tree_[k]); ++k) {
      if (!is_one_of(tree_[k].text, {"—", "–", "--", "-", "_", ":", ")_"})) continue;
      std::fill(dateline_.begin() + i, dateline_.begin() + k + 1, true);
      break;
    }
  }
}

bool Scene::usable(const Place& place) const {
  const Index at = tree_.token_at(place.span.begin);
  return place.use == PlaceUse::place && at != no_token && !dateline_[at];
}

bool Scene::usable(const Time& time) const {
  if (time.type == TimeType::duration || time.type == TimeType::set) return false;
  if (time.value.empty() && time.symbolic.empty()) return false;
  if (time.value.ends_with("_REF")) return false;
  const Index at = tree_.token_at(time.span.begin);
  return at != no_token && !dateline_[at];
}

// "In Abidjan itself a commander warned", "A day later X praised": the verb of the sentence that the expression opens;
// no_token if it opens none.
Index Scene::fronted_over(Index first) const {
  const size_t sentence = tree_.sentence_of(first);
  for (Index i = first; i-- > tree_.sentence_begin(sentence);) {
    if (tree_[i].is_space && tree_[i].text.find('\n') != std::string_view::npos) break;
    if (!is_one_of(tree_[i].pos, {"SPACE", "PUNCT", "ADV", "CCONJ", "DET"})) return no_token;
  }
  Index i = first;
  while (!tree_.is_root(i)) i = tree_.head(i);
  return is_verb(tree_[i]) ? i : no_token;
}

// Climbs over appositions, "the port of" and "Kunar province" to the preposition, then to what that hangs on.
Scene::Link Scene::link_of(Span span, bool place) const {
  Index i = tree_.head_of(span);
  if (i == no_token) return {};
  Link link;
  link.head = i;
  if (is_one_of(tree_[i].dep, {"npadvmod", "advmod", "appos"}) && !is_verb(tree_[tree_.head(i)])) {
    const Index opened = fronted_over(tree_.token_at(span.begin));
    if (opened != no_token) return link.governor = opened, link;
  }
  for (int step = 0; step < 8; ++step) {
    if (tree_.is_root(i)) return link.governor = i, link;
    const Index above = tree_.head(i);
    const std::string_view dep = tree_[i].dep;
    const bool locale = place && classes_.contains("locale", tree_[above].lemma);
    if (dep == "prep") {
      link.preposition = tree_[i].lower;
      const bool opens = is_one_of(link.preposition, {"in", "at", "outside", "near", "on"});
      const bool main = is_verb(tree_[above]) && !is_one_of(tree_[above].dep, {"acl", "relcl"});
      const Index opened = opens && !main ? fronted_over(i) : no_token;
      if (opened != no_token) return link.governor = opened, link;
      if (is_verb(tree_[above]) || (is_noun(tree_[above]) && !(locale && tree_[i].lower == "of")))
        return link.governor = above, link;
    } else if (is_verb(tree_[above])) {
      return link.governor = above, link;
    } else if (is_modifier(dep) && is_noun(tree_[above]) && !locale) {
      link.modifies = true;
      return link.governor = above, link;
    } else if (is_noun(tree_[above]) && !is_modifier(dep) && !is_one_of(dep, {"appos", "conj", "pobj", "npadvmod"})) {
      return link.governor = above, link;
    }
    i = above;
  }
  return link.governor = i, link;
}

// "as", "when", "hours after": the clause plays when the other does.
bool Scene::joins(Index clause) const {
  for (Index c : tree_.children(clause)) {
    if (is_one_of(tree_[c].dep, {"npadvmod"}))
      return is_one_of(tree_[c].lower, {"hours", "minutes", "moments", "hour"});
    if (is_one_of(tree_[c].dep, {"mark", "advmod"})) return is_one_of(tree_[c].lower, {"as", "when", "while"});
  }
  return false;
}

// May the scene of what stands above `i` be the act's?
bool Scene::climbs(const Act& act, Index i) const {
  const std::string_view dep = tree_[i].dep;
  const Index above = tree_.head(i);
  if (is_verb(tree_[i])) {
    const bool own_subject = tree_.child(i, {"nsubj", "nsubjpass"}) != no_token;
    if (dep == "conj") return !own_subject && is_verb(tree_[above]);
    if (dep == "advcl" && tree_[i].tag == "VB") return !own_subject && tree_.child(i, {"mark"}) == no_token;
    if (!act.happened) return false;
    if (dep == "xcomp") return spoken_.count(above) == 0;
    if (dep == "advcl") return joins(i) || (!own_subject && tree_.child(i, {"mark"}) == no_token);
    if (dep == "relcl") return tree_[i].tag == "VB";
    if (dep == "pcomp") return !is_one_of(tree_[above].lower, {"after", "before", "since", "of", "about"});
    return dep == "acl";
  }
  if (!act.happened) return dep == "conj";
  if (dep == "prep" && tree_[i].lower == "after") return !act.words;
  if (dep == "prep")
    return !is_one_of(tree_[i].lower,
                      {"before", "since", "until", "about", "over", "against", "despite", "for", "from"});
  if (is_verb(tree_[above]) && spoken_.count(above) && above != act.light) return false;
  return is_one_of(dep, {"conj", "dobj", "nsubj", "nsubjpass", "pobj", "appos", "attr"});
}

std::vector<Scene::Step> Scene::above(const Act& act, Index anchor) const {
  std::vector<Step> path{{anchor, 0}};
  if (act.trigger != anchor && act.cue != anchor) path.push_back({act.trigger, 0});
  Index i = anchor;
  for (int step = 1; step < 6 && !tree_.is_root(i); ++step) {
    if (tree_[i].dep == "relcl") {
      for (Index c : tree_.children(i)) {
        if (is_one_of(tree_[c].lower, {"where", "when"})) path.push_back({tree_.head(i), 0});
      }
    }
    if (!climbs(act, i)) break;
    i = tree_.head(i);
    path.push_back({i, step});
  }
  return path;
}

// "about fishing in the Barents Sea"
bool Scene::is_talked_of(Index place) const {
  for (Index i = place; !tree_.is_root(i) && (!is_verb(tree_[i]) || tree_[i].dep == "pcomp"); i = tree_.head(i)) {
    if (is_topic(i)) return true;
  }
  return false;
}

// "about": what it governs is talked of, not where the talking goes on.
bool Scene::is_topic(Index i) const {
  return tree_[i].dep == "prep" && is_one_of(tree_[i].lower, {"about", "regarding", "concerning"});
}

// Steps between the act and the word on which an expression hangs; -1 if another clause's.
int Scene::hops(const Act& act, const std::vector<Step>& path, const Link& link, bool time) const {
  for (const Step& step : path) {
    if (step.token == link.governor || step.token == link.head) return step.hops;
  }
  Index i = link.governor;
  const bool occasion = classes_.contains("occasion", tree_[i].lemma);
  const bool by_subject = time && !link.modifies && (link.preposition.empty() || link.preposition == "on") &&
                          is_one_of(tree_[i].dep, {"nsubj", "nsubjpass"});
  if (act.spoken && !occasion && !by_subject) return -1;
  for (int down = 1; down < 4 && !tree_.is_root(i); ++down) {
    const std::string_view dep = tree_[i].dep;
    if (is_topic(i)) break;
    if (act.spoken && dep == "prep" &&
        !is_one_of(tree_[i].lower, {"in", "at", "during", "after", "following", "on", "with", "to"}))
      break;
    const bool aside = dep == "advcl" && tree_.child(i, {"mark", "nsubj"}) == no_token;
    if (!aside && !is_one_of(dep, {"dobj", "pobj", "prep", "dative", "agent", "nsubj", "nsubjpass", "attr", "appos"}))
      break;
    i = tree_.head(i);
    for (const Step& step : path) {
      if (step.token == i && (step.hops == 0 || occasion)) return step.hops + down;
    }
  }
  return -1;
}

// "visited Libya", "hit Haifa": the object is the place, unless it is a country that suffers the act.
bool Scene::entered(const Link& link, const Place& place) const {
  if (tree_[link.head].dep != "dobj" || !place.located) return false;
  return place.resolution != Resolution::country ||
         is_one_of(tree_[link.governor].lemma, {"visit", "leave", "enter", "tour", "flee", "quit"});
}

bool Scene::locates(const Act& act, const Link& link, int hops, const Place& place) const {
  if (link.modifies) return !act.spoken && hops == 0 && tree_[link.governor].pos == "NOUN" && !shouts(tree_[link.head]);
  const bool of_another = is_noun(tree_[link.governor]) && link.governor != act.trigger && hops > 0;
  if (of_another && place.country.empty()) return false;  // "its impact on allies in Asia"
  if (link.preposition.empty()) return !act.spoken && hops <= 1 && entered(link, place);
  if (is_one_of(link.preposition, {"to", "into"}) && hops <= 2 && is_motion(tree_[link.governor].lemma))
    return !act.spoken;
  if (link.preposition == "of" && hops > 0 && place.resolution == Resolution::country) return false;
  if (is_one_of(link.preposition, {"of", "to", "into", "over", "from"})) {
    return !act.spoken && (hops == 0 || is_one_of(tree_[link.governor].dep, {"dobj", "pobj"}));
  }
  if (link.preposition == "on") return !act.spoken;
  return is_one_of(link.preposition, {"in", "at", "near", "outside", "inside", "on", "around", "across", "through",
                                      "off", "throughout", "within", "along", "between"});
}

// The entry of the anchor's sentence that fewest steps part from the act, of those that fit it; -1 if none does.
template <typename Entry, typename Fits>
int32_t Scene::nearest(const std::vector<Entry>& entries, const std::vector<Link>& links, const Act& act, Index anchor,
                       bool of_time, Fits fits) const {
  const std::vector<Step> path = above(act, anchor);
  int32_t best = -1;
  int best_hops = 99;
  const auto [from, to] = within(entries, tree_.sentence_of(anchor));
  for (size_t i = from; i < to; ++i) {
    if (links[i].governor == no_token || !usable(entries[i])) continue;
    const int hop = hops(act, path, links[i], of_time);
    if (hop < 0 || hop >= best_hops || !fits(links[i], hop, entries[i])) continue;
    best = static_cast<int32_t>(i);
    best_hops = hop;
  }
  return best;
}

int32_t Scene::place_at(const Act& act, Index anchor) const {
  return nearest(places_, place_links_, act, anchor, false,
                 [&](const Link& link, int hop, const Place& place) { return locates(act, link, hop, place); });
}

// "met here on Wednesday": at the place of the dateline.
bool Scene::is_here(const Act& act) const {
  for (Index i : {act.trigger, act.light}) {
    if (i == no_token) continue;
    for (Index c : tree_.children(i)) {
      if (tree_[c].lower == "here" && tree_[c].dep == "advmod") return true;
    }
  }
  return false;
}

int32_t Scene::place_of(const Act& act) const {
  if (dateline_place_ >= 0 && is_here(act)) return dateline_place_;
  const int32_t own = place_at(act, act.light == no_token ? act.trigger : act.light);
  if (own >= 0) return own;
  if (act.cue != no_token) return place_at(act, act.cue);
  return act.spoken || act.words || !act.happened ? -1 : only_place_for(act);
}

// The one place at which the sentence plays, where it names just one; of what is told in a statement, within its words.
int32_t Scene::only_place_for(const Act& act) const {
  const auto [from, to] = within(places_, tree_.sentence_of(act.trigger));
  int32_t only = -1;
  for (size_t p = from; p < to; ++p) {
    const Link& link = place_links_[p];
    if (link.head == no_token || !usable(places_[p])) continue;
    if (!is_one_of(link.preposition, {"in", "at", "near", "outside"})) continue;
    if (act.within.end != 0 && !act.within.contains(places_[p].span)) continue;
    if (only >= 0) return -1;
    only = static_cast<int32_t>(p);
  }
  return only;
}

int32_t Scene::opening_place(size_t sentences) const {
  int32_t only = -1;
  for (size_t p = 0; p < places_.size(); ++p) {
    const Link& link = place_links_[p];
    if (link.head == no_token || !usable(places_[p])) continue;
    if (tree_.sentence_of(link.head) >= sentences) break;
    if (!is_one_of(link.preposition, {"in", "at", "near", "outside", "across"})) continue;
    if (is_talked_of(link.head)) continue;
    if (link.governor != no_token && is_noun(tree_[link.governor]) && places_[p].country.empty())
      continue;  // "allies in Asia"
    if (only >= 0 && places_[only].name != places_[p].name) return -1;
    only = static_cast<int32_t>(p);
  }
  return only;
}

bool Scene::dates(const Act& act, const Link& link, int hops) const {
  if (is_one_of(link.preposition, {"by", "from"})) return hops == 0 && (!act.happened || act.ordered);
  if (link.preposition == "since") return hops == 0 && act.happened;
  return !is_one_of(link.preposition, {"until", "till", "before"});
}

int32_t Scene::time_at(const Act& act, Index anchor) const {
  return nearest(times_, time_links_, act, anchor, true,
                 [&](const Link& link, int hop, const Time&) { return dates(act, link, hop); });
}

int32_t Scene::time_of(const Act& act) const {
  const int32_t own = time_at(act, act.light == no_token ? act.trigger : act.light);
  return own >= 0 || act.cue == no_token ? own : time_at(act, act.cue);
}

}  // namespace coranto::note
