#include "note/event_evidence.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <string_view>

#include "base/tsv.h"
#include "note/tree.h"

namespace coranto::note {
namespace {

std::string_view kind_of(const Actor& actor) {
  const std::string_view s = actor.sector;
  if (actor.kind == ActorKind::government) return "country";
  if (is_one_of(s, {"MIL", "REB", "PRM", "COP", "UAF", "IMG", "SPY", "CRM"})) return "armed";
  if (is_one_of(s, {"GOV", "LEG", "JUD", "PTY", "OPP", "IGO", "UNO", "EUR", "ELI"})) return "state";
  if (is_one_of(s, {"CVL", "LAB", "REF", "EDU", "SOC", "NGO", "REL", "AGR", "MED", "ISM"})) return "civil";
  if (s == "BUS" || s == "MNC") return "business";
  return s == "JRN" ? "press" : "other";
}

// The features of one event; tools/weigh_events.py builds the same from a record.
class Features {
 public:
  Features(const std::vector<Event>& events, const Cast& cast, const std::vector<Statement>& statements, size_t size)
      : cast_(cast), statements_(statements), size_(size) {
    for (const Event& event : events) {
      for (const auto* side : {&event.actors, &event.recipients}) {
        for (ActorIndex a : *side) armed_ = armed_ || kind_of(cast.actor(a)) == "armed";
      }
    }
  }

  std::vector<std::string> of(const Event& event) const {
    std::vector<std::string> found{event.type, "rule " + event.rule};
    add_side(found, event, event.actors, "actor ");
    add_side(found, event, event.recipients, "recipient ");
    if (event.actors.empty() && event.recipients.empty()) {
      found.insert(found.end(), {"no party", event.type + " no party"});
    }
    found.push_back("modality " + std::to_string(static_cast<int>(event.modality)));
    if (event.negative) found.push_back("negative");
    found.push_back(std::string(voice(event)));
    if (!event.via.empty()) found.push_back("via");
    if (!event.also.empty()) found.push_back("retold");
    found.push_back(event.type + (armed_ ? " among the armed" : " among the unarmed"));
    const double place = static_cast<double>(event.trigger.begin) / std::max<double>(1, static_cast<double>(size_));
    found.push_back(place < 0.15 ? "early" : place > 0.8 ? "late" : "midway");
    return found;
  }

 private:
  void add_side(std::vector<std::string>& found, const Event& event, const std::vector<ActorIndex>& side,
                const std::string& name) const {
    std::set<std::string_view> kinds;
    for (ActorIndex a : side) kinds.insert(kind_of(cast_.actor(a)));
    if (kinds.empty()) kinds.insert("none");
    for (std::string_view kind : kinds) {
      found.push_back(name + std::string(kind));
      found.push_back(event.type + " " + name + std::string(kind));
    }
  }

  // Whose words tell the act.
  std::string_view voice(const Event& event) const {
    bool told = false;
    for (const Statement& s : statements_) {
      for (Span content : s.content) {
        if (event.trigger.begin < content.begin || event.trigger.begin >= content.end) continue;
        if (s.quoted != Quoted::indirect) return "quoted";
        told = true;
      }
    }
    return told ? "told" : "written";
  }

  const Cast& cast_;
  const std::vector<Statement>& statements_;
  size_t size_;
  bool armed_ = false;
};

}  // namespace

Result<Evidence> Evidence::open(const std::string& folder) {
  auto table = Table::read(folder + "/evidence.tsv");
  if (!table) return table.error();
  auto feature = table->column("feature");
  if (!feature) return feature.error();
  auto weight = table->column("weight");
  if (!weight) return weight.error();
  Evidence evidence;
  for (size_t r = 0; r < table->size(); ++r) {
    const std::string& name = table->row(r)[*feature];
    const std::string& number = table->row(r)[*weight];
    double value = 0;
    const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (failed != std::errc() || end != number.data() + number.size()) {
      return Error{Code::malformed, "weight is no number: " + number,
                   table->path() + ":" + std::to_string(table->line(r))};
    }
    if (name == "(threshold)")
      evidence.threshold_ = value;
    else if (name == "(bias)")
      evidence.bias_ = value;
    else if (name == "(rule's confidence)")
      evidence.prior_ = value;
    else
      evidence.weights_[name] = value;
  }
  return evidence;
}

double Evidence::chance(const Event& event, const std::vector<std::string>& features) const {
  const double rule = std::clamp(event.confidence, 0.05, 0.95);
  double sum = bias_ + prior_ * std::log(rule / (1 - rule));
  for (const std::string& feature : features) {
    const auto found = weights_.find(feature);
    if (found != weights_.end()) sum += found->second;
  }
  return 1 / (1 + std::exp(-sum));
}

void Evidence::weigh(std::vector<Event>& events, const Cast& cast, const std::vector<Statement>& statements,
                     size_t size) const {
  const Features features(events, cast, statements, size);
  for (Event& event : events) event.confidence = std::round(100 * chance(event, features.of(event))) / 100;
  std::erase_if(events, [&](const Event& event) { return event.confidence < threshold_; });
}

}  // namespace coranto::note
