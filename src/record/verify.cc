#include "record/reread.h"
#include "record/state.h"

namespace coranto {
namespace {

constexpr size_t most_faults = 200;  // of one check

// One way in which a table may be wrong: `sql` gives the ids of the rows that are.
struct Check {
  const char* what;
  const char* sql;
};

// References, counts and sets of the tables against each other.
constexpr Check checks[] = {
    {"reports.id are unique", "SELECT id FROM reports GROUP BY id HAVING count(*) > 1"},
    {"reports.copy_of refer to reports", "SELECT id FROM reports WHERE copy_of NOT IN (SELECT id FROM reports)"},
    {"reports.copy_of are no copies of themselves", "SELECT id FROM reports WHERE copy_of = id"},
    {"reports were each added by one change",
     "SELECT r.id FROM reports r LEFT JOIN changes c ON c.report = r.id AND c.kind = 'added' GROUP BY r.id HAVING "
     "count(c.number) <> 1"},
    {"changes refer to reports",
     "SELECT number FROM changes WHERE report NOT IN (SELECT id FROM reports) "
     "OR previous NOT IN (SELECT id FROM reports)"},
    {"changes refer to runs", "SELECT number FROM changes WHERE run NOT IN (SELECT id FROM runs)"},
    {"changes are numbered without gaps",
     "SELECT number FROM (SELECT number, row_number() OVER (ORDER BY number) AS place FROM changes) WHERE number <> "
     "place"},
    {"parts refer to reports", "SELECT DISTINCT report FROM parts WHERE report NOT IN (SELECT id FROM reports)"},
    {"imprints refer to reports",
     "SELECT report FROM imprints GROUP BY report HAVING count(*) > 1 OR report NOT IN (SELECT id FROM reports)"},
    {"posts refer to reports", "SELECT DISTINCT report FROM posts WHERE report NOT IN (SELECT id FROM reports)"},
    {"actors refer to reports", "SELECT id FROM actors WHERE report NOT IN (SELECT id FROM reports)"},
    {"actor_names refer to actors",
     "SELECT DISTINCT actor FROM actor_names WHERE actor NOT IN (SELECT id FROM actors)"},
    {"actor_roles refer to actors",
     "SELECT DISTINCT actor FROM actor_roles WHERE actor NOT IN (SELECT id FROM actors)"},
    {"mentions refer to actors", "SELECT DISTINCT actor FROM mentions WHERE actor NOT IN (SELECT id FROM actors)"},
    {"places refer to reports", "SELECT id FROM places WHERE report NOT IN (SELECT id FROM reports)"},
    {"times refer to reports", "SELECT id FROM times WHERE report NOT IN (SELECT id FROM reports)"},
    {"statements refer to reports", "SELECT id FROM statements WHERE report NOT IN (SELECT id FROM reports)"},
    {"statements refer to actors",
     "SELECT id FROM statements WHERE speaker NOT IN (SELECT id FROM actors) OR addressee NOT IN (SELECT id FROM "
     "actors) "
     "UNION SELECT id FROM (SELECT id, unnest(via) AS carrier FROM statements) WHERE carrier NOT IN (SELECT id FROM "
     "actors)"},
    {"events refer to reports", "SELECT id FROM events WHERE report NOT IN (SELECT id FROM reports)"},
    {"events refer to places and times",
     "SELECT id FROM events WHERE place NOT IN (SELECT id FROM places) OR time_ref NOT IN (SELECT id FROM times)"},
    {"events refer to actors",
     "SELECT id FROM (SELECT id, unnest(via) AS carrier FROM events) WHERE carrier NOT IN (SELECT id FROM actors)"},
    {"event_actors refer to events and actors",
     "SELECT DISTINCT event FROM event_actors WHERE event NOT IN (SELECT id FROM events) OR actor NOT IN (SELECT id "
     "FROM actors)"},
    {"postings refer to reports", "SELECT DISTINCT report FROM postings WHERE report NOT IN (SELECT id FROM reports)"},
    {"postings add up to reports.terms",
     "SELECT id FROM reports LEFT JOIN (SELECT report, sum(tf) AS total FROM postings GROUP BY report) p ON p.report = "
     "id "
     "WHERE terms <> coalesce(total, 0)"},
};

// They hold once all that was read has been gathered; until then a report may reuse one that was to come after it.
constexpr Check gathered_checks[] = {
    {"reuses refer to reports",
     "SELECT DISTINCT report FROM reuses WHERE report NOT IN (SELECT id FROM reports) OR other NOT IN (SELECT "
     "split_part(id, '.', 1) FROM reports) OR origin NOT IN (other, split_part(report, '.', 1))"},
    {"each event is in one happening",
     "SELECT id FROM events LEFT JOIN (SELECT unnest(events) AS event FROM happenings) ON event = id "
     "GROUP BY id HAVING count(event) <> 1"},
    {"happenings refer to events",
     "SELECT id FROM (SELECT id, unnest(events) AS event FROM happenings) WHERE event NOT IN (SELECT id FROM events)"},
    {"happenings count their reports",
     "SELECT h.id FROM (SELECT id, reports, sources, unnest(events) AS event FROM happenings) h JOIN events e ON e.id "
     "= event "
     "JOIN reports r ON r.id = e.report JOIN reports o ON o.id = coalesce(r.copy_of, r.id) GROUP BY h.id, h.reports, "
     "h.sources "
     "HAVING count(DISTINCT r.id) <> h.reports OR count(DISTINCT o.source) <> h.sources"},
    {"stories count their reports",
     "SELECT s.id FROM stories s LEFT JOIN reports r ON r.story = s.id GROUP BY s.id, s.reports HAVING count(r.id) <> "
     "s.reports"},
};

Result<void> check_sql(Database& database, const Check& check, Findings& findings) {
  auto rows = database.rows(std::string("SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (") + check.sql +
                            ") ORDER BY 1 LIMIT " + std::to_string(most_faults));
  if (!rows) return rows.error();
  findings.checked.push_back(check.what);
  while (rows->next())
    findings.faults.push_back(std::string(check.what) + ": not so for " + std::string(rows->text(0)));
  return {};
}

}  // namespace

Result<Findings> Record::verify() {
  Database& database = state_->database;
  Findings findings;
  for (const Check& check : checks) {
    if (auto done = check_sql(database, check, findings); !done) return done.error();
  }
  auto state = database.rows("SELECT gathered = (SELECT coalesce(max(number), 0) FROM changes) FROM format");
  if (!state) return state.error();
  const bool gathered = state->next() && state->boolean(0);
  if (!gathered)
    findings.checked.push_back("happenings are not up to date, a read was cut off: the next read gathers them");
  for (const Check& check : gathered_checks) {
    if (!gathered) break;
    if (auto done = check_sql(database, check, findings); !done) return done.error();
  }
  if (auto done = record::reread(database.path(), findings); !done) return done.error();
  return findings;
}

}  // namespace coranto
