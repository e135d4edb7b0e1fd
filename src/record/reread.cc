#include "record/reread.h"

#include <algorithm>

#include "base/utf8.h"
#include "record/rows.h"

namespace coranto::record {
namespace {

constexpr size_t most_faults = 200;
constexpr int64_t step = 512;

// Whether one report can be written again: spans inside its text, actors known.
class Soundness {
 public:
  explicit Soundness(Findings& findings) : findings_(findings) {}

  bool check(const Kept& kept) {
    id_ = kept.id;
    text_ = kept.report.article.text;
    sound_ = true;
    check_id(kept);
    const Notes& notes = kept.notes;
    spans("sentence", notes.sentences);
    for (const Reuse& reuse : kept.report.reuses) spans("reuse", reuse.spans);
    for (const Actor& actor : notes.actors) spans("mention", actor.mentions);
    for (const Place& place : notes.places) span("place", place.span);
    for (const Time& time : notes.times) span("time", time.span);
    for (const Statement& s : notes.statements) check_statement(s, notes);
    for (const Event& e : notes.events) check_event(e, notes);
    return sound_;
  }

  size_t spans_seen() const { return seen_; }

 private:
  void check_id(const Kept& kept) {
    const Article& article = kept.report.article;
    if (kept.id != carrier_id(join::signature_of(article).id, article.source))
      fault("the id is not the hash of its text and source");
  }

  void check_statement(const Statement& s, const Notes& notes) {
    span("speaker", s.speaker_span), span("cue", s.cue), spans("content", s.content);
    known("via of a statement", s.via, notes);
  }

  void check_event(const Event& e, const Notes& notes) {
    span("trigger", e.trigger), span("sentence", e.sentence), spans("also", e.also);
    for (const auto* list : {&e.actors, &e.recipients, &e.via}) known("actor of an event", *list, notes);
  }

  void known(const char* what, const std::vector<ActorIndex>& list, const Notes& notes) {
    const bool all = std::all_of(list.begin(), list.end(), [&](ActorIndex a) { return a < notes.actors.size(); });
    if (!all) fault(std::string(what) + " is none of its actors");
  }

  void spans(const char* what, const std::vector<Span>& list) {
    for (const Span one : list) span(what, one);
  }

  void span(const char* what, Span one) {
    ++seen_;
    const std::string at = " " + std::to_string(one.begin) + "-" + std::to_string(one.end) + " ";
    if (one.begin > one.end || one.end > text_.size()) return fault(what + at + "lies outside the text");
    if (!border(one.begin) || !border(one.end)) fault(what + at + "cuts a code point");
  }

  bool border(size_t at) const { return at == text_.size() || (static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80; }

  void fault(const std::string& what) {
    sound_ = false;
    if (++faults_ <= most_faults) findings_.faults.push_back(id_ + ": " + what);
  }

  Findings& findings_;
  std::string id_;
  std::string_view text_;
  bool sound_ = true;
  size_t seen_ = 0, faults_ = 0;
};

class Reread {
 public:
  Reread(Database& database, Findings& findings) : database_(database), findings_(findings), soundness_(findings) {}

  Result<void> run() {
    for (const std::string name : read_tables) {
      if (auto done = database_.run("CREATE TABLE memory." + name + " AS FROM " + name + " LIMIT 0"); !done)
        return done;
    }
    auto last = database_.rows("SELECT coalesce(max(number), 0) FROM changes");
    if (!last) return last.error();
    const int64_t end = last->next() ? last->integer(0) : 0;
    for (int64_t first = 1; first <= end; first += step) {
      if (auto done = batch(first, first + step - 1); !done) return done;
    }
    findings_.checked.push_back(std::to_string(soundness_.spans_seen()) +
                                " spans lie in their texts on code point borders");
    findings_.checked.push_back(
        "rows of " + std::to_string(reports_) +
        " reports: ids are hashes of what they name, words and code points those of their spans");
    return {};
  }

 private:
  Result<void> batch(int64_t first, int64_t last) {
    auto kept = read_rows(database_, first, last);
    if (!kept) return kept.error();
    RowWriter writer(database_, "memory");
    for (const Kept& one : *kept) {
      ++reports_;
      if (soundness_.check(one)) writer.write(one.id, one.copy_of, one.report, one.notes);
    }
    if (auto done = writer.close(); !done) return done;
    for (const char* table : read_tables) {
      if (auto done = compare(table); !done) return done;
    }
    for (const char* table : read_tables) {
      if (auto done = database_.run(std::string("DELETE FROM memory.") + table); !done) return done;
    }
    return {};
  }

  // Rows of the reports written again that differ from those in the record, in either direction.
  Result<void> compare(const std::string& table) {
    const std::string key = table == "reports" ? "id" : "report";
    const std::string kept = "(SELECT * FROM " + table + " WHERE " + key + " IN (SELECT id FROM memory.reports))";
    const std::string made = "(FROM memory." + table + ")";
    auto rows =
        database_.rows("SELECT " + key + ", count(*) FROM ((" + kept + " EXCEPT ALL " + made + ") UNION ALL (" + made +
                       " EXCEPT ALL " + kept + ")) GROUP BY 1 ORDER BY 1 LIMIT " + std::to_string(most_faults));
    if (!rows) return rows.error();
    while (rows->next()) {
      findings_.faults.push_back(table + " of " + std::string(rows->text(0)) +
                                 ": a row is not the one that its id, text and spans call for");
    }
    return {};
  }

  Database& database_;
  Findings& findings_;
  Soundness soundness_;
  size_t reports_ = 0;
};

}  // namespace

Result<void> reread(const std::string& path, Findings& findings) {
  auto database = Database::open(":memory:", {});
  if (!database) return database.error();
  if (auto done = database->run("ATTACH " + sql_quoted(path) + " AS kept (READ_ONLY); USE kept"); !done) return done;
  return Reread(*database, findings).run();
}

}  // namespace coranto::record
