// How sure an act is: what its rule, its parties and its place in the report have been worth in reports read by people.
// A logistic model over named features, trained by tools/weigh_events.py; its weights stand in
// data/events/evidence.tsv.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "coranto/notes.h"
#include "coranto/result.h"
#include "note/actors.h"

namespace coranto::note {

class Evidence {
 public:
  // Reads evidence.tsv of `folder`. Fails with file and line on a weight that is no number.
  static Result<Evidence> open(const std::string& folder);

  // Turns each event's confidence from that of its rule into the chance that a careful reader takes it down, and drops
  // the events below the threshold. `size`: bytes of the text.
  void weigh(std::vector<Event>& events, const Cast& cast, const std::vector<Statement>& statements, size_t size) const;

 private:
  double chance(const Event& event, const std::vector<std::string>& features) const;

  std::map<std::string, double, std::less<>> weights_;
  double bias_ = 0, prior_ = 1, threshold_ = 0;
};

}  // namespace coranto::note
