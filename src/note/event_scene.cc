#include "note/event_scene.h"

#include <algorithm>

namespace coranto::note {

Scene::Scene(const Tree& tree, const std::vector<Place>& places, const std::vector<Time>& times)
    : tree_(tree), places_(places), times_(times) {
  for (const Place& place : places) place_links_.push_back(link_of(place.span));
  for (const Time& time : times) time_links_.push_back(link_of(time.span));
}

// Climbs from the expression over appositions and "north of" to its preposition, then to what that hangs on.
Scene::Link Scene::link_of(Span span) const {
  Index i = tree_.head_of(span);
  if (i == no_token) return {};
  Link link;
  for (int step = 0; step < 6; ++step) {
    if (tree_.is_root(i)) return {i, link.preposition};
    const Index above = tree_.head(i);
    const std::string_view dep = tree_[i].dep;
    if (dep == "prep") {
      link.preposition = tree_[i].lower;
      if (is_verb(tree_[above]) || is_noun(tree_[above])) return {above, link.preposition};
    } else if (is_verb(tree_[above])) {
      return {above, link.preposition};
    } else if (is_noun(tree_[above]) &&
               !is_one_of(dep, {"appos", "conj", "compound", "nmod", "pobj", "amod", "npadvmod", "nummod"})) {
      return {above, link.preposition};
    }
    i = above;
  }
  return {i, link.preposition};
}

// Steps between the act and the word on which an expression hangs, over links that share a scene; -1 if it is another
// clause's.
int Scene::hops(Index act, Index light, Index governor) const {
  if (governor == act || governor == light) return 0;
  Index i = light == no_token ? act : light;
  for (int step = 1; step < 5 && !tree_.is_root(i); ++step) {
    const std::string_view dep = tree_[i].dep;
    if (!is_one_of(dep, {"conj", "xcomp", "dobj", "nsubj", "nsubjpass", "advcl", "acl", "pobj", "prep", "appos", "attr",
                         "pcomp"}))
      break;
    i = tree_.head(i);
    if (i == governor) return step;
  }
  i = governor;
  for (int step = 1; step < 4 && !tree_.is_root(i); ++step) {
    if (!is_one_of(tree_[i].dep, {"dobj", "pobj", "prep", "nsubj", "nsubjpass", "attr", "appos"})) break;
    i = tree_.head(i);
    if (i == act || i == light) return step;
  }
  return -1;
}

int32_t Scene::place_of(const Reading& reading, bool speech) const {
  int32_t best = -1;
  int best_hops = 99;
  const size_t sentence = tree_.sentence_of(reading.trigger);
  for (size_t p = 0; p < places_.size(); ++p) {
    if (places_[p].use != PlaceUse::place) continue;
    const Index at = tree_.token_at(places_[p].span.begin);
    if (at == no_token || tree_.sentence_of(at) != sentence) continue;
    const Link& link = place_links_[p];
    const bool local = is_one_of(link.preposition,
                                 {"in", "at", "near", "outside", "inside", "on", "around", "across", "of", "into", "to",
                                  "over", "through", "off", "throughout", "within", "along", "between", "from"});
    if (!local || link.governor == no_token) continue;
    if (speech && is_one_of(link.preposition, {"of", "to", "from", "on", "into", "over"})) continue;
    const int hop = hops(reading.trigger, reading.light, link.governor);
    if (hop < 0 || (speech && hop > 0)) continue;
    if (hop < best_hops) {
      best = static_cast<int32_t>(p);
      best_hops = hop;
    }
  }
  return best >= 0 || speech ? best : only_place_in(sentence);
}

// The one place at which the sentence plays, where it names just one.
int32_t Scene::only_place_in(size_t sentence) const {
  int32_t only = -1;
  for (size_t p = 0; p < places_.size(); ++p) {
    if (places_[p].use != PlaceUse::place) continue;
    const Index at = tree_.token_at(places_[p].span.begin);
    if (at == no_token || tree_.sentence_of(at) != sentence) continue;
    if (!is_one_of(place_links_[p].preposition, {"in", "at", "near", "outside"})) continue;
    if (only >= 0) return -1;
    only = static_cast<int32_t>(p);
  }
  return only;
}

int32_t Scene::time_of(const Reading& reading) const {
  int32_t best = -1;
  int best_hops = 99;
  const size_t sentence = tree_.sentence_of(reading.trigger);
  for (size_t t = 0; t < times_.size(); ++t) {
    if (times_[t].type == TimeType::duration || times_[t].type == TimeType::set) continue;
    if (times_[t].value.empty() && times_[t].symbolic.empty()) continue;
    const Index at = tree_.token_at(times_[t].span.begin);
    if (at == no_token || tree_.sentence_of(at) != sentence) continue;
    const Link& link = time_links_[t];
    if (link.governor == no_token || is_one_of(link.preposition, {"by", "until", "till", "before", "since", "from"}))
      continue;
    const int hop = hops(reading.trigger, reading.light, link.governor);
    if (hop < 0 || hop >= best_hops) continue;
    best = static_cast<int32_t>(t);
    best_hops = hop;
  }
  return best;
}

}  // namespace coranto::note
