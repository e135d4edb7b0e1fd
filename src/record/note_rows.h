// Rows of what was noted in one report.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "record/rows.h"

namespace coranto::record {

// In the order of `read_tables`.
enum Table {
  reports,
  parts,
  reuses,
  imprints,
  posts,
  actors,
  actor_names,
  actor_roles,
  mentions,
  places,
  times,
  statements,
  events,
  event_actors,
  postings,
  sketches,
  gists
};

struct RowWriter::Tables {
  Tables(const Database& database, const char* catalog) {
    for (const char* name : read_tables) appenders.push_back(std::make_unique<Appender>(database, name, catalog));
  }
  Appender& operator[](Table table) { return *appenders[table]; }

  std::vector<std::unique_ptr<Appender>> appenders;
};

class NoteRows {
 public:
  NoteRows(RowWriter::Tables& tables, const std::string& id, const Article& article, const Notes& notes)
      : tables_(tables), id_(id), article_(article), notes_(notes), map_(article.text), ids_(entry_ids(id, notes)) {}

  void write();

 private:
  void actor_rows();
  void name_rows(const std::string& actor, const Actor& a);
  void mention_rows(const std::string& actor, const Actor& a);
  void place_rows();
  void time_rows();
  void statement_rows();
  void event_rows();
  void place_cells(Appender& row, int32_t place);
  void time_cells(Appender& row, const Event& event);
  void side_rows(const std::string& event, const char* side, const std::vector<ActorIndex>& list);

  Appender& span(Appender& row, Span bytes);
  Appender& words_and_span(Appender& row, Span bytes);
  Appender& span_list(Appender& row, const std::vector<Span>& bytes);
  Appender& actor_or_null(Appender& row, ActorIndex actor);
  std::string words(const std::vector<Span>& spans) const;
  std::vector<std::string> actor_ids(const std::vector<ActorIndex>& list) const;

  RowWriter::Tables& tables_;
  const std::string& id_;
  const Article& article_;
  const Notes& notes_;
  utf8::PointMap map_;
  EntryIds ids_;
};

// A list of spans, in bytes and in code points.
Appender& span_cells(Appender& row, const std::vector<Span>& bytes, const utf8::PointMap& map);

}  // namespace coranto::record
