// What looks like an act and is none: sport, markets, weather, accidents, fiction, figures of speech, names, questions.
// The words by which these are known stand in data/events/classes.tsv.
#pragma once

#include <vector>

#include "note/event_match.h"

namespace coranto::note {

class EventGate {
 public:
  EventGate(const Tree& tree, const WordClasses& classes);

  bool bars(const Reading& reading, const Matcher& matcher) const;

 private:
  struct Tally {
    int sport = 0, fiction = 0;
  };
  void count(size_t sentence, Tally& tally) const;
  bool is_sport(size_t sentence, bool force) const;
  bool in_name(Index trigger) const;
  bool in_question(Index trigger) const;
  bool is_mishap(const Reading& reading, const Matcher& matcher) const;
  bool is_figure(const Reading& reading, const Matcher& matcher) const;

  const Tree& tree_;
  const WordClasses& classes_;
  std::vector<Tally> sentences_;
  bool sport_report_ = false;
};

}  // namespace coranto::note
