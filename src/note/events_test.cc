// The case files of events, tests/note/events.case and scenes.case, read with the language model that tools/setup.sh fetches.
#include "note/events.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/tsv.h"
#include "label/label.h"
#include "note/event_line.h"
#include "note/note.h"
#include "rooted.h"

namespace coranto::note {
namespace {

std::string names(const Notes& notes, const std::vector<ActorIndex>& actors) {
  std::string out;
  for (ActorIndex a : actors) out += (out.empty() ? "" : ", ") + notes.actors[a].name;
  return out.empty() ? "-" : out;
}

// TYPE @ place, time, "by" the carriers
std::string scene(const Notes& notes, const Event& e) {
  std::string time = "-";
  if (e.time >= 0) time = notes.times[e.time].value.empty() ? notes.times[e.time].symbolic : notes.times[e.time].value;
  const std::string place = e.place < 0 ? "-" : notes.places[e.place].name;
  return e.type + " @ " + place + ", " + time + (e.via.empty() ? "" : ", by " + names(notes, e.via));
}

// A row is a text and its events; one field more is the day of publication before them.
template <typename Show>
size_t read_cases(const std::string& name, const Show& show) {
  const auto labeller = label::Labeller::open(rooted("/.deps/en_core_web_sm"));
  const auto noter = Noter::open(rooted("/data"));
  EXPECT_TRUE(labeller && noter);
  if (!labeller || !noter) return 0;
  std::ifstream file(rooted("/tests/note/") + name);
  size_t cases = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto row = split(line, '\t');
    EXPECT_GE(row.size(), 2u) << line;
    Report report;
    if (row.size() > 2 && row[0] != "-") report.article.published = row[0];
    report.article.text = row[row.size() - 2];
    for (size_t at; (at = report.article.text.find(" | ")) != std::string::npos;)
      report.article.text.replace(at, 3, "\n\n");
    const Document document = labeller->label(report.article.text);
    const Notes notes = noter->note(report, document);
    std::string found;
    for (const Event& e : notes.events) found += (found.empty() ? "" : " ; ") + show(notes, e);
    EXPECT_EQ(found.empty() ? "none" : found, row.back()) << line;
    ++cases;
  }
  return cases;
}

TEST(Events, read_as_in_the_case_file) { EXPECT_GE(read_cases("events.case", event_line), 20u); }

TEST(Events, play_where_and_when_the_case_file_says) { EXPECT_GE(read_cases("scenes.case", scene), 10u); }

}  // namespace
}  // namespace coranto::note
