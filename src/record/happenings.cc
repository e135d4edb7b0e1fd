// Two events tell the same act if they stand in different reports, are of one type, have a named actor in common on the
// acting side (and on the other side, where both have one), do not differ in country, and fall on the same days; where
// one of them has no day, their reports must be of one story or copies. Pairs are joined from the most alike down, and
// two events of one report never come together: the report tells them as two acts.
//
// Whether two events are linked depends on nothing but these two, so that new events change only the happenings that
// hold events linked to them, directly or over others; all other rows stay.
#include "record/happenings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "record/telling.h"

namespace coranto::record {
namespace {

struct Pair {
  int likeness;
  uint32_t first, second;
};

using Groups = std::map<uint32_t, std::vector<uint32_t>>;

class Grouping {
 public:
  explicit Grouping(const std::vector<Telling>& tellings) : tellings_(tellings) {}

  Groups groups() {
    join(pairs());
    return std::move(groups_);
  }

 private:
  // Compares only tellings of one type that share a name and, where dated, lie near each other.
  std::vector<Pair> pairs() const {
    std::map<std::string, std::vector<uint32_t>> dated, family;
    for (uint32_t i = 0; i < tellings_.size(); ++i) {
      const Telling& t = tellings_[i];
      for (const auto& key : t.keys[0]) {
        const std::string bucket = t.type + '\t' + key + '\t';
        if (t.dated) dated[bucket].push_back(i);
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
    reports_of_.resize(tellings_.size());
    std::unordered_map<std::string_view, uint32_t> numbers;
    for (uint32_t i = 0; i < tellings_.size(); ++i) {
      group_of_[i] = i, groups_[i] = {i};
      reports_of_[i] = {numbers.try_emplace(tellings_[i].report, i).first->second};
    }
    for (const Pair& pair : pairs) {
      const uint32_t a = group_of_[pair.first], b = group_of_[pair.second];
      if (a != b && !report_in_both(a, b)) groups_[a].size() < groups_[b].size() ? merge(b, a) : merge(a, b);
    }
  }

  bool report_in_both(uint32_t a, uint32_t b) const {
    const auto &first = reports_of_[a], &second = reports_of_[b];
    for (auto i = first.begin(), k = second.begin(); i != first.end() && k != second.end();) {
      if (*i == *k) return true;
      *i < *k ? ++i : ++k;
    }
    return false;
  }

  void merge(uint32_t into, uint32_t from) {
    for (const uint32_t member : groups_[from]) group_of_[member] = into, groups_[into].push_back(member);
    groups_.erase(from);
    auto &all = reports_of_[into], &more = reports_of_[from];
    const auto middle = static_cast<std::ptrdiff_t>(all.size());
    all.insert(all.end(), more.begin(), more.end());
    std::inplace_merge(all.begin(), all.begin() + middle, all.end());
    more.clear();
  }

  const std::vector<Telling>& tellings_;
  std::vector<uint32_t> group_of_;
  std::vector<std::vector<uint32_t>> reports_of_;  // of each group, ascending
  Groups groups_;
};

// Several tellings of one act, summed up.
class Happening {
 public:
  void add(const Telling& t) {
    type_ = t.type;
    events_.push_back(t.id), tellings_.push_back(t.verdict);
    reports_.insert(t.report), origins_.insert(t.origin);
    if (!t.place.empty()) ++places_[t.place], countries_[t.place] = t.country;
    for (const int side : {0, 1})
      for (const auto& name : t.sides[side]) ++names_[side][name];
    if (!t.days) return;
    days_ = days_ ? Days{std::min(days_->first, t.days->first), std::max(days_->second, t.days->second)} : *t.days;
  }

  void write(Appender& row) const {
    row.text("h-" + events_.front().substr(2)).text(type_);
    days_ ? row.date(day(days_->first)).date(day(days_->second)) : row.null().null();
    const auto place = by_count(places_);
    place.empty() ? row.null().null() : row.text(place.front()).text_or_null(countries_.at(place.front()));
    row.texts(by_count(names_[0])).texts(by_count(names_[1])).texts(events_).texts(tellings_);
    row.integer(static_cast<int64_t>(reports_.size())).integer(static_cast<int64_t>(origins_.size()));
    row.boolean(std::set(tellings_.begin(), tellings_.end()).size() > 1).end_row();
  }

 private:
  static duckdb_date day(int64_t number) { return {static_cast<int32_t>(number)}; }

  static std::vector<std::string> by_count(const std::map<std::string, int>& counts) {
    std::vector<std::pair<int, std::string>> order;
    for (const auto& [name, count] : counts) order.emplace_back(-count, name);
    std::sort(order.begin(), order.end());
    std::vector<std::string> out;
    for (auto& [count, name] : order) out.push_back(std::move(name));
    return out;
  }

  std::string type_;
  std::vector<std::string> events_, tellings_;
  std::set<std::string> reports_, origins_;
  std::map<std::string, int> places_, names_[2];
  std::map<std::string, std::string> countries_;
  std::optional<Days> days_;
};

Result<void> gather_happenings(Database& database) {
  auto tellings = touched_tellings(database);
  if (!tellings) return tellings.error();
  auto done = database.run("DELETE FROM happenings WHERE id IN (SELECT 'h-' || substr(id, 3) FROM touched)");
  if (!done) return done;
  Appender row(database, "happenings");
  for (auto& [first, members] : Grouping(*tellings).groups()) {
    std::sort(members.begin(), members.end());
    Happening happening;
    for (const uint32_t i : members) happening.add((*tellings)[i]);
    happening.write(row);
  }
  return row.close();
}

Result<void> gather_stories(Database& database, int64_t since) {
  return database.run(
      "CREATE OR REPLACE TEMP TABLE told AS SELECT DISTINCT unnest([r.story, c.story_before]) AS story "
      "FROM reports r JOIN changes c ON c.report = r.id AND c.kind IN ('added', 'moved') AND c.number > " +
      std::to_string(since) + R"(;
DELETE FROM told WHERE story IS NULL;
DELETE FROM stories WHERE id IN (FROM told);
INSERT INTO stories
WITH members AS (FROM reports WHERE story IN (FROM told)),
named AS (SELECT story, list(name ORDER BY reports DESC, mentions DESC, name)[:3] AS names FROM
  (SELECT story, name, count(DISTINCT m.id) AS reports, count(*) AS mentions FROM members m
   JOIN actors a ON a.report = m.id JOIN mentions t ON t.actor = a.id
   WHERE regexp_matches(name, '[\p{Lu}\p{Lo}]') GROUP BY story, name) GROUP BY story)
SELECT story, coalesce(arg_min(title, (coalesce(published, '9'), id)) FILTER (title IS NOT NULL),
                       array_to_string(any_value(names), ', '),
                       arg_min(text, (coalesce(published, '9'), id))[:80]),
       min(published), max(published), arg_min(id, (coalesce(published, '9'), id)),
       arg_max(id, (coalesce(published, '0'), id)), count(*), count(DISTINCT source) FILTER (copy_of IS NULL)
FROM members LEFT JOIN named USING (story) GROUP BY story ORDER BY story)");
}

}  // namespace

Result<void> gather(Database& database, int64_t since) {
  if (auto done = touch(database, since); !done) return done;
  if (auto done = gather_happenings(database); !done) return done;
  return gather_stories(database, since);
}

}  // namespace coranto::record
