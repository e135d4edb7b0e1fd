#include "note/event_merge.h"

#include <algorithm>

namespace coranto::note {
namespace {

using List = std::vector<ActorIndex>;

bool within(const List& a, const List& b) {
  return std::all_of(a.begin(), a.end(), [&](ActorIndex x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

bool compatible(const List& a, const List& b) { return within(a, b) || within(b, a); }

bool share(const Event& a, const Event& b) {
  const auto any = [](const List& x, const List& y) {
    return std::any_of(x.begin(), x.end(), [&](ActorIndex i) { return std::find(y.begin(), y.end(), i) != y.end(); });
  };
  return any(a.actors, b.actors) || any(a.recipients, b.recipients);
}

// How exactly a place is told: seas and regions of many countries least.
int exactness(const Place& place) { return place.country.empty() ? 0 : 1 + static_cast<int>(place.resolution); }

class Merger {
 public:
  Merger(const std::vector<Time>& times, const std::vector<Place>& places) : times_(times), places_(places) {}

  bool same(const Event& a, const Event& b) const {
    if (a.type != b.type || a.negative != b.negative || a.modality != b.modality) return false;
    if (!a.mode.empty() && !b.mode.empty() && a.mode != b.mode) return false;
    if (!compatible(a.actors, b.actors) || !compatible(a.recipients, b.recipients)) return false;
    if (!same_time(a, b) || !same_place(a, b)) return false;
    if (a.sentence == b.sentence) return share(a, b) || a.actors.empty() || b.actors.empty();
    const bool spoken = a.type == "REQUEST" || a.type == "ACCUSE" || a.type == "REJECT" || a.type == "SUPPORT";
    if (spoken) return a.actors == b.actors && a.recipients == b.recipients && !a.actors.empty();
    return share(a, b);
  }

 private:
  bool same_time(const Event& a, const Event& b) const {
    if (a.time < 0 || b.time < 0) return true;
    const Time &x = times_[a.time], &y = times_[b.time];
    if (!x.value.empty() && !y.value.empty()) {
      const size_t n = std::min(x.value.size(), y.value.size());
      return x.value.compare(0, n, y.value, 0, n) == 0;
    }
    return x.symbolic == y.symbolic;
  }

  bool same_place(const Event& a, const Event& b) const {
    if (a.place < 0 || b.place < 0) return true;
    const Place &x = places_[a.place], &y = places_[b.place];
    if (x.name == y.name) return true;
    if (a.type == "CONSULT" && x.country.empty() != y.country.empty()) return true;  // a sea or region they talk of
    const bool vague = x.resolution == Resolution::country || y.resolution == Resolution::country ||
                       x.resolution == Resolution::province || y.resolution == Resolution::province;
    return vague && x.country == y.country;
  }

  const std::vector<Time>& times_;
  const std::vector<Place>& places_;
};

size_t tells(const Event& e) {
  return 4 * (e.actors.size() + e.recipients.size()) + 2 * (e.place >= 0) + 2 * (e.time >= 0);
}

void absorb(Event& kept, const Event& other, const std::vector<Place>& places) {
  if (other.sentence != kept.sentence) kept.also.push_back(other.sentence);
  for (Span s : other.also) {
    if (s != kept.sentence) kept.also.push_back(s);
  }
  if (kept.actors.empty()) kept.actors = other.actors;
  if (kept.recipients.empty()) kept.recipients = other.recipients;
  const bool more_exact =
      kept.place >= 0 && other.place >= 0 && exactness(places[other.place]) > exactness(places[kept.place]);
  if (kept.place < 0 || more_exact) kept.place = other.place;
  if (kept.time < 0) kept.time = other.time;
  if (kept.mode.empty()) kept.mode = other.mode;
  if (other.via.empty()) kept.via.clear();
  kept.confidence = std::max(kept.confidence, other.confidence);
  std::sort(kept.also.begin(), kept.also.end(), [](Span a, Span b) { return a.begin < b.begin; });
  kept.also.erase(std::unique(kept.also.begin(), kept.also.end()), kept.also.end());
}

}  // namespace

void merge_retold(std::vector<Event>& events, const std::vector<Time>& times, const std::vector<Place>& places) {
  const Merger merger(times, places);
  std::vector<Event> kept;
  for (Event& event : events) {
    const auto twin = std::find_if(kept.begin(), kept.end(), [&](const Event& k) { return merger.same(k, event); });
    if (twin == kept.end()) {
      kept.push_back(std::move(event));
    } else if (tells(event) > tells(*twin)) {
      absorb(event, *twin, places);
      *twin = std::move(event);
    } else {
      absorb(*twin, event, places);
    }
  }
  std::sort(kept.begin(), kept.end(), [](const Event& a, const Event& b) { return a.trigger.begin < b.trigger.begin; });
  events = std::move(kept);
}

}  // namespace coranto::note
