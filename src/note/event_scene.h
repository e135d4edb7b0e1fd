// Where and when: the place and the time that the text names for an act.
#pragma once

#include <vector>

#include "coranto/notes.h"
#include "note/event_match.h"

namespace coranto::note {

class Scene {
 public:
  Scene(const Tree& tree, const std::vector<Place>& places, const std::vector<Time>& times);

  // Index of the place named for the act, -1 if none. An act of speech has one only if the words hang on it.
  int32_t place_of(const Reading& reading, bool speech) const;

  // Index of the time that dates the act, -1 if none.
  int32_t time_of(const Reading& reading) const;

 private:
  struct Link {
    Index governor = no_token;  // verb or noun on which the expression hangs
    std::string_view preposition;
  };
  Link link_of(Span span) const;
  int32_t only_place_in(size_t sentence) const;
  int hops(Index act, Index light, Index governor) const;

  const Tree& tree_;
  const std::vector<Place>& places_;
  const std::vector<Time>& times_;
  std::vector<Link> place_links_, time_links_;
};

}  // namespace coranto::note
