#include "record/telling.h"

#include <algorithm>
#include <unordered_map>

#include "base/hash.h"

namespace coranto::record {
namespace {

// Events by their acting side, for those who are named: a name has a capital or is written in a script without them.
// A time of more than a month dates no act.
constexpr const char* keyed_events = R"(
CREATE OR REPLACE TEMP TABLE keyed AS
SELECT e.id, e.type, e.report, lower(a.name) AS key, e.place_country AS country, e.day_first, e.day_last,
       coalesce(e.day_last - e.day_first <= 31, false) AS dated, coalesce(r.copy_of, r.id) AS root, r.story
FROM events e JOIN event_actors a ON a.event = e.id AND a.side = 'actor' JOIN reports r ON r.id = e.report
WHERE regexp_matches(a.name, '[\p{Lu}\p{Lo}]'))";

constexpr const char* linked_events = R"(
CREATE OR REPLACE TEMP TABLE found AS
SELECT DISTINCT b.id
FROM keyed a JOIN edge ON edge.id = a.id JOIN keyed b ON b.key = a.key AND b.type = a.type AND b.report <> a.report
WHERE (a.country IS NULL OR b.country IS NULL OR a.country = b.country)
  AND CASE WHEN a.dated AND b.dated THEN a.day_first <= b.day_last AND b.day_first <= a.day_last
      ELSE a.root = b.root OR a.story = b.story END
  AND b.id NOT IN (SELECT id FROM touched))";

size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  size_t both = 0;
  for (auto i = a.begin(), k = b.begin(); i != a.end() && k != b.end();) {
    const int order = i->compare(*k);
    both += order == 0;
    i += order <= 0, k += order >= 0;
  }
  return both;
}

bool days_agree(const Telling& a, const Telling& b) {
  if (a.dated && b.dated) return a.days->first <= b.days->second && b.days->first <= a.days->second;
  return a.root == b.root || (!a.story.empty() && a.story == b.story);
}

Result<void> load_sides(Database& database, std::vector<Telling>& tellings) {
  std::unordered_map<std::string_view, Telling*> by_id;
  for (Telling& t : tellings) by_id[t.id] = &t;
  auto rows = database.rows(
      "SELECT event, side, name, CASE WHEN regexp_matches(name, '[\\p{Lu}\\p{Lo}]') THEN lower(name) END "
      "FROM event_actors WHERE event IN (SELECT id FROM touched) ORDER BY event, side, number");
  if (!rows) return rows.error();
  while (rows->next()) {
    const auto at = by_id.find(rows->text(0));
    if (at == by_id.end()) continue;
    const bool receiving = rows->text(1) == "recipient";
    at->second->sides[receiving].emplace_back(rows->text(2));
    if (!rows->is_null(3)) at->second->keys[receiving].emplace_back(rows->text(3));
  }
  for (Telling& t : tellings) {
    for (auto& keys : t.keys) {
      std::sort(keys.begin(), keys.end());
      keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    }
  }
  return {};
}

}  // namespace

Result<void> touch(Database& database, int64_t since) {
  auto done = database.run(
      "CREATE OR REPLACE TEMP TABLE touched AS SELECT id FROM events WHERE report IN "
      "(SELECT report FROM changes WHERE kind IN ('added', 'moved') AND number > " +
      std::to_string(since) +
      "); INSERT INTO touched SELECT DISTINCT unnest(events) AS event FROM happenings "
      "WHERE list_has_any(events, (SELECT list(e.id) FROM events e JOIN changes c ON c.report = e.report "
      "WHERE c.kind = 'moved' AND c.number > " +
      std::to_string(since) + ")) EXCEPT FROM touched; CREATE OR REPLACE TEMP TABLE edge AS FROM touched");
  if (since == 0 || !done) return done;
  for (done = database.run(keyed_events); done;) {
    if (done = database.run(linked_events); !done) break;
    const auto more = database.integer("SELECT count(*) FROM found");
    if (!more) return more.error();
    if (*more == 0) break;
    done = database.run("INSERT INTO touched FROM found; CREATE OR REPLACE TEMP TABLE edge AS FROM found");
  }
  return done;
}

Result<std::vector<Telling>> touched_tellings(Database& database) {
  auto rows = database.rows(
      "SELECT e.id, e.type, r.id, coalesce(r.story, ''), coalesce(e.place_name, ''), coalesce(e.place_country, ''), "
      "if(e.polarity = '-', 'not ', '') || e.modality, e.trigger_words, o.id, o.source, e.sentence_words, "
      "e.day_first, e.day_last FROM events e JOIN reports r ON r.id = e.report "
      "JOIN reports o ON o.id = coalesce(r.copy_of, r.id) WHERE e.id IN (SELECT id FROM touched) ORDER BY e.id");
  if (!rows) return rows.error();
  std::vector<Telling> tellings;
  while (rows->next()) {
    Telling t;
    std::string* fields[] = {&t.id,      &t.type,    &t.report,  &t.story, &t.place,
                             &t.country, &t.verdict, &t.trigger, &t.root,  &t.origin};
    for (size_t i = 0; i < std::size(fields); ++i) *fields[i] = rows->text(i);
    t.sentence = hash64(rows->text(10));
    if (!rows->is_null(11)) t.days = {rows->integer(11), rows->integer(12)};
    t.dated = t.days && t.days->second - t.days->first <= 31;
    tellings.push_back(std::move(t));
  }
  if (auto done = load_sides(database, tellings); !done) return done.error();
  return tellings;
}

int likeness(const Telling& a, const Telling& b) {
  if (a.report == b.report || !days_agree(a, b)) return 0;
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return 0;
  const size_t acting = shared(a.keys[0], b.keys[0]), receiving = shared(a.keys[1], b.keys[1]);
  if (acting == 0 || (receiving == 0 && !a.keys[1].empty() && !b.keys[1].empty())) return 0;
  const int names = static_cast<int>(std::min<size_t>(acting + receiving, 9));
  return 1 + names + 10 * (!a.place.empty() && a.place == b.place) + 20 * (a.trigger == b.trigger) +
         40 * (a.sentence == b.sentence);
}

}  // namespace coranto::record
