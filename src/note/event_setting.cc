#include "note/event_setting.h"

#include <algorithm>

#include "note/event_inner.h"

namespace coranto::note {
namespace {

class Story {
 public:
  Story(const Tree& tree, const Scene& scene, const std::vector<Place>& places, const std::vector<Time>& times)
      : tree_(tree), scene_(scene), places_(places), times_(times) {}

  void tell(Event& event) {
    if (event.modality != Modality::happened || is_speech(event.type)) return;
    const Index trigger = tree_.token_at(event.trigger.begin);
    const size_t sentence = tree_.sentence_of(trigger);
    const bool open = !event.negative && !is_perfect(trigger);
    if (event.place >= 0) {
      place_ = {&event, sentence};
    } else if (open) {
      event.place = place_for(event, sentence);
    }
    if (event.time >= 0) {
      time_ = {&event, sentence};
    } else if (open && time_.event != nullptr && continues(event, sentence, time_)) {
      event.time = time_.event->time;
    }
  }

 private:
  struct Last {
    const Event* event = nullptr;
    size_t sentence = 0;
  };

  static constexpr size_t opening = 2;  // sentences

  // The same act goes on: in the same sentence, by the same kind of act, or from the opening on the writer's own word.
  bool continues(const Event& event, size_t sentence, const Last& last) const {
    if (sentence == last.sentence) return true;
    if (scene_.names_any(times_, sentence)) return false;
    if (event.type == last.event->type) return true;
    return last.sentence < opening && event.via.empty();
  }

  // "has detained three men", "is holding them", "to train": done at no told time.
  bool is_perfect(Index trigger) const {
    if (tree_[trigger].tag == "VB") return true;
    for (Index c : tree_.children(trigger)) {
      if (tree_[c].dep == "aux" && is_one_of(tree_[c].lower, {"has", "have", "'ve", "’ve", "'s", "is", "are"}))
        return true;
    }
    return false;
  }

  int32_t place_for(const Event& event, size_t sentence) const {
    if (points_back(sentence)) {
      const int32_t before = last_town(event.trigger.begin);
      if (before >= 0) return before;
    }
    if (place_.event != nullptr && place_.sentence == sentence) return place_.event->place;
    if (place_.event == nullptr && event.via.empty() && !scene_.names_any(places_, sentence))
      return scene_.opening_place(opening);
    if (place_.event == nullptr || scene_.names_any(places_, sentence) || place_.sentence >= opening) return -1;
    const bool told_alike = event.via.empty() || event.via == place_.event->via || event.type == place_.event->type;
    return told_alike ? place_.event->place : -1;
  }

  // "there", "in the town", "the city's"
  bool points_back(size_t sentence) const {
    for (Index i = tree_.sentence_begin(sentence); i < tree_.sentence_end(sentence); ++i) {
      if (tree_[i].lower == "there" && tree_[i].dep == "advmod") return true;
      if (!is_one_of(tree_[i].lemma, {"city", "town", "village", "capital", "port", "district", "island"})) continue;
      const Index article = tree_.child(i, {"det"});
      if (article != no_token && is_one_of(tree_[article].lower, {"the", "this", "that"}) &&
          tree_.child(i, {"prep", "appos"}) == no_token)
        return true;
    }
    return false;
  }

  int32_t last_town(uint32_t from) const {
    size_t p =
        static_cast<size_t>(std::partition_point(places_.begin(), places_.end(),
                                                 [from](const Place& place) { return place.span.begin < from; }) -
                            places_.begin());
    while (p-- > 0) {
      const bool town = places_[p].resolution != Resolution::country && places_[p].resolution != Resolution::province;
      if (town && places_[p].use == PlaceUse::place) return static_cast<int32_t>(p);
    }
    return -1;
  }

  const Tree& tree_;
  const Scene& scene_;
  const std::vector<Place>& places_;
  const std::vector<Time>& times_;
  Last place_, time_;
};

}  // namespace

void set_in_story(std::vector<Event>& events, const Tree& tree, const Scene& scene, const std::vector<Place>& places,
                  const std::vector<Time>& times) {
  Story story(tree, scene, places, times);
  for (Event& event : events) story.tell(event);
}

}  // namespace coranto::note
