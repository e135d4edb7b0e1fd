// Two events tell the same act if they stand in different reports, are of one type, have a named actor in common on the
// acting side (and on the other side, where both have one), do not differ in country, and fall on the same days; where
// one of them has no day, their reports must be of one story or copies. Pairs are joined from the most alike down, and
// two events of one report never come together: the report tells them as two acts.
#include "record/happenings.h"

#include <utf8proc.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/hash.h"
#include "base/utf8.h"

namespace coranto::record {
namespace {

struct Telling {
  std::string id, type, report, root, story, place, country, verdict, trigger;
  uint64_t sentence = 0;
  std::optional<std::pair<int64_t, int64_t>> days;
  std::vector<std::string> sides[2];  // names: actors, recipients
  std::vector<std::string> keys[2];   // of those that are named, ascending
};

struct Pair {
  int likeness;
  uint32_t first, second;
};

// A name as it is compared, empty for "two soldiers": a name has a capital or is written in a script without them.
std::string key_of(const std::string& name) {
  bool named = false;
  std::string key;
  for (size_t at = 0; at < name.size();) {
    const utf8::Step step = utf8::decode(name, at);
    at += step.size;
    const auto point = static_cast<utf8proc_int32_t>(step.point);
    const auto category = utf8proc_category(point);
    named = named || category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LO;
    utf8::append(key, static_cast<char32_t>(utf8proc_tolower(point)));
  }
  return named ? key : "";
}

size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

bool days_agree(const Telling& a, const Telling& b) {
  if (a.days && b.days) return a.days->first <= b.days->second && b.days->first <= a.days->second;
  return a.root == b.root || (!a.story.empty() && a.story == b.story);
}

// How much alike two tellings are; 0 if they do not tell the same act.
int likeness(const Telling& a, const Telling& b) {
  if (a.report == b.report || !days_agree(a, b)) return 0;
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return 0;
  const size_t acting = shared(a.keys[0], b.keys[0]), receiving = shared(a.keys[1], b.keys[1]);
  if (acting == 0 || (receiving == 0 && !a.keys[1].empty() && !b.keys[1].empty())) return 0;
  const int names = static_cast<int>(std::min<size_t>(acting + receiving, 9));
  return 1 + names + 10 * (!a.place.empty() && a.place == b.place) + 20 * (a.trigger == b.trigger) +
         40 * (a.sentence == b.sentence);
}

class Gathering {
 public:
  explicit Gathering(Database& database) : database_(database) {}

  Result<void> run() {
    if (auto done = load(); !done) return done;
    if (auto done = load_sides(); !done) return done;
    join(pairs());
    return write();
  }

 private:
  Result<void> load() {
    auto rows = database_.rows(
        "SELECT e.id, e.type, r.id, coalesce(r.copy_of, r.id), coalesce(r.story, ''), coalesce(e.place_name, ''), "
        "coalesce(e.place_country, ''), e.modality || e.polarity, e.trigger_words, e.sentence_words, e.day_first, "
        "e.day_last "
        "FROM events e JOIN reports r ON r.id = e.report ORDER BY e.id");
    if (!rows) return rows.error();
    while (rows->next()) {
      Telling t;
      std::string* fields[] = {&t.id,    &t.type,    &t.report,  &t.root,   &t.story,
                               &t.place, &t.country, &t.verdict, &t.trigger};
      for (size_t i = 0; i < std::size(fields); ++i) *fields[i] = rows->text(i);
      t.sentence = hash64(rows->text(9));
      if (!rows->is_null(10)) t.days = {rows->integer(10), rows->integer(11)};
      index_[t.id] = static_cast<uint32_t>(tellings_.size());
      tellings_.push_back(std::move(t));
    }
    return {};
  }

  Result<void> load_sides() {
    auto rows = database_.rows("SELECT event, side, name FROM event_actors ORDER BY event, side, number");
    if (!rows) return rows.error();
    while (rows->next()) {
      const auto at = index_.find(std::string(rows->text(0)));
      if (at == index_.end()) continue;
      const bool receiving = rows->text(1) == "recipient";
      Telling& t = tellings_[at->second];
      t.sides[receiving].emplace_back(rows->text(2));
      if (auto key = key_of(t.sides[receiving].back()); !key.empty()) t.keys[receiving].push_back(std::move(key));
    }
    for (Telling& t : tellings_) {
      for (auto& keys : t.keys) {
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
      }
    }
    return {};
  }

  // Compares only tellings of one type that share a name and, where dated, lie near each other.
  std::vector<Pair> pairs() const {
    std::map<std::string, std::vector<uint32_t>> dated, family;
    for (uint32_t i = 0; i < tellings_.size(); ++i) {
      const Telling& t = tellings_[i];
      for (const auto& key : t.keys[0]) {
        const std::string bucket = t.type + '\t' + key + '\t';
        if (t.days) dated[bucket].push_back(i);
        family[bucket + t.root].push_back(i);
        if (!t.story.empty()) family[bucket + t.story].push_back(i);
      }
    }
    std::vector<Pair> out;
    for (auto& [bucket, members] : dated) {
      std::sort(members.begin(), members.end(),
                [&](uint32_t a, uint32_t b) { return tellings_[a].days < tellings_[b].days; });
      add_pairs(members, true, out);
    }
    for (const auto& [bucket, members] : family) add_pairs(members, false, out);
    std::sort(out.begin(), out.end(), [](const Pair& a, const Pair& b) {
      return std::tie(b.likeness, a.first, a.second) < std::tie(a.likeness, b.first, b.second);
    });
    return out;
  }

  void add_pairs(const std::vector<uint32_t>& members, bool by_day, std::vector<Pair>& out) const {
    for (size_t i = 0; i < members.size(); ++i) {
      for (size_t j = i + 1; j < members.size(); ++j) {
        const Telling &a = tellings_[members[i]], &b = tellings_[members[j]];
        if (by_day && b.days->first > a.days->second) break;
        const int alike = likeness(a, b);
        if (alike) out.push_back({alike, std::min(members[i], members[j]), std::max(members[i], members[j])});
      }
    }
  }

  void join(const std::vector<Pair>& pairs) {
    group_of_.resize(tellings_.size());
    for (uint32_t i = 0; i < tellings_.size(); ++i) group_of_[i] = i, groups_[i] = {i};
    for (const Pair& pair : pairs) {
      const uint32_t a = group_of_[pair.first], b = group_of_[pair.second];
      if (a == b || report_in_both(groups_[a], groups_[b])) continue;
      for (const uint32_t member : groups_[b]) group_of_[member] = a, groups_[a].push_back(member);
      groups_.erase(b);
    }
  }

  bool report_in_both(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) const {
    std::set<std::string_view> reports;
    for (const uint32_t i : a) reports.insert(tellings_[i].report);
    return std::any_of(b.begin(), b.end(), [&](uint32_t i) { return reports.contains(tellings_[i].report); });
  }

  Result<void> write() {
    if (auto done = database_.run("DELETE FROM happenings"); !done) return done;
    Appender row(database_, "happenings");
    for (auto& [first, members] : groups_) write_one(row, members);
    return row.close();
  }

  void write_one(Appender& row, std::vector<uint32_t>& members) {
    std::sort(members.begin(), members.end());
    std::vector<std::string> events;
    std::set<std::string> reports, roots, verdicts;
    std::map<std::string, int> places, names[2];
    std::optional<std::pair<int64_t, int64_t>> days;
    std::map<std::string, std::string> countries;
    for (const uint32_t i : members) {
      const Telling& t = tellings_[i];
      events.push_back(t.id);
      reports.insert(t.report), roots.insert(t.root), verdicts.insert(t.verdict);
      if (!t.place.empty()) ++places[t.place], countries[t.place] = t.country;
      for (const int side : {0, 1})
        for (const auto& name : t.sides[side]) ++names[side][name];
      if (t.days)
        days = days ? std::pair{std::min(days->first, t.days->first), std::max(days->second, t.days->second)} : *t.days;
    }
    row.text("h-" + events.front().substr(2)).text(tellings_[members.front()].type);
    days ? row.date({static_cast<int32_t>(days->first)}).date({static_cast<int32_t>(days->second)}) : row.null().null();
    const auto place = by_count(places);
    row.text_or_null(place.empty() ? "" : place.front()).text_or_null(place.empty() ? "" : countries[place.front()]);
    row.texts(by_count(names[0])).texts(by_count(names[1])).texts(events);
    row.integer(static_cast<int64_t>(reports.size())).integer(static_cast<int64_t>(roots.size()));
    row.boolean(verdicts.size() > 1).end_row();
  }

  static std::vector<std::string> by_count(const std::map<std::string, int>& counts) {
    std::vector<std::pair<int, std::string>> order;
    for (const auto& [name, count] : counts) order.emplace_back(-count, name);
    std::sort(order.begin(), order.end());
    std::vector<std::string> out;
    for (auto& [count, name] : order) out.push_back(std::move(name));
    return out;
  }

  Database& database_;
  std::vector<Telling> tellings_;  // ascending by id
  std::unordered_map<std::string, uint32_t> index_;
  std::vector<uint32_t> group_of_;
  std::map<uint32_t, std::vector<uint32_t>> groups_;
};

constexpr const char* stories_anew = R"(
DELETE FROM stories;
INSERT INTO stories
SELECT story, arg_min(title, (coalesce(published, '9'), id)) FILTER (title IS NOT NULL), min(published), max(published),
       count(*), count(*) FILTER (copy_of IS NULL)
FROM reports WHERE story IS NOT NULL GROUP BY story ORDER BY story)";

}  // namespace

Result<void> gather(Database& database) {
  if (auto done = Gathering(database).run(); !done) return done;
  return database.run(stories_anew);
}

}  // namespace coranto::record
