// Where and when: the place and the time that a sentence names for an act.
#pragma once

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "coranto/notes.h"
#include "note/event_lexicon.h"
#include "note/tree.h"

namespace coranto::note {

// What is to be placed and dated.
struct Act {
  Index trigger = no_token;
  Index light = no_token;  // the verb that carries a noun
  Index cue = no_token;    // of an act of speech inside a statement: the word that reports it
  Span within;             // of an act inside a statement: the words that hold it; else empty
  bool spoken = false;     // an act done by words: it is placed only where it was spoken
  bool words = false;      // of a type of speech, though done by deed ("signed")
  bool ordered = false;
  bool happened = true;  // or was ordered: not planned, urged, threatened ...
};

class Scene {
 public:
  // All must outlive it.
  Scene(const Tree& tree, const WordClasses& classes, const std::vector<Place>& places, const std::vector<Time>& times);

  // Verbs and nouns of speech: what they govern has its own scene.
  void mark_spoken(Index trigger) { spoken_.insert(trigger); }

  // Index of the place that the act's sentence names for it, -1 if none.
  int32_t place_of(const Act& act) const;
  // Index of the time that dates the act, -1 if none.
  int32_t time_of(const Act& act) const;

  // The one place at which the first `sentences` of the report play, -1 if they name none or several.
  int32_t opening_place(size_t sentences) const;

  // Does the sentence hold an entry that is usable?
  template <typename Entry>
  bool names_any(const std::vector<Entry>& entries, size_t sentence) const {
    const auto [from, to] = within(entries, sentence);
    for (size_t e = from; e < to; ++e) {
      if (usable(entries[e])) return true;
    }
    return false;
  }

  // A place at which something may play, a time that dates: neither demonym nor duration nor dateline.
  bool usable(const Place& place) const;
  bool usable(const Time& time) const;

 private:
  struct Link {
    Index head = no_token;      // of the expression
    Index governor = no_token;  // verb or noun on which the expression hangs
    std::string_view preposition;
    bool modifies = false;  // "the Kabul bombing", "Saturday's raid"
  };
  struct Step {
    Index token;
    int hops;
  };
  Link link_of(Span span, bool place) const;
  Index fronted_over(Index first) const;
  std::vector<Step> above(const Act& act, Index anchor) const;
  bool joins(Index clause) const;
  bool is_topic(Index i) const;
  bool is_talked_of(Index place) const;
  bool climbs(const Act& act, Index i) const;
  int hops(const Act& act, const std::vector<Step>& path, const Link& link, bool time) const;
  bool entered(const Link& link, const Place& place) const;
  bool locates(const Act& act, const Link& link, int hops, const Place& place) const;
  bool dates(const Act& act, const Link& link, int hops) const;
  template <typename Entry, typename Fits>
  int32_t nearest(const std::vector<Entry>& entries, const std::vector<Link>& links, const Act& act, Index anchor,
                  bool of_time, Fits fits) const;
  int32_t place_at(const Act& act, Index anchor) const;
  int32_t time_at(const Act& act, Index anchor) const;
  int32_t only_place_for(const Act& act) const;
  bool is_here(const Act& act) const;
  template <typename Entry>
  std::pair<size_t, size_t> within(const std::vector<Entry>& entries, size_t sentence) const;
  void mark_datelines();

  const Tree& tree_;
  const WordClasses& classes_;
  const std::vector<Place>& places_;
  const std::vector<Time>& times_;
  std::vector<bool> dateline_;  // by token
  int32_t dateline_place_ = -1;
  std::vector<Link> place_links_, time_links_;
  std::set<Index> spoken_;
};

// Numbers of the entries, which stand in text order, that begin in the sentence: [first, second).
template <typename Entry>
std::pair<size_t, size_t> Scene::within(const std::vector<Entry>& entries, size_t sentence) const {
  const Span span = tree_.sentence_span(sentence);
  const auto before = [&](uint32_t byte) {
    return static_cast<size_t>(std::partition_point(entries.begin(), entries.end(),
                                                    [byte](const Entry& entry) { return entry.span.begin < byte; }) -
                               entries.begin());
  };
  return {before(span.begin), before(span.end)};
}

}  // namespace coranto::note
