// The case file of events, tests/note/events.case, read with the language model that tools/setup.sh fetches.
#include "note/events.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/tsv.h"
#include "label/label.h"
#include "note/note.h"

namespace coranto::note {
namespace {

std::string names(const Notes& notes, const std::vector<ActorIndex>& actors) {
  std::string out;
  for (ActorIndex a : actors) out += (out.empty() ? "" : ", ") + notes.actors[a].name;
  return out.empty() ? "-" : out;
}

// TYPE mode: actors > recipients, modality and polarity, "by" the carriers
std::string shown(const Notes& notes, const Event& e) {
  static constexpr const char* modalities[] = {"happened",   "planned",  "ordered",      "urged",
                                               "threatened", "possible", "hypothetical", "unclear"};
  std::string out = e.type + (e.mode.empty() ? "" : " " + e.mode) + ": " + names(notes, e.actors) + " > " +
                    names(notes, e.recipients) + ", " + modalities[static_cast<int>(e.modality)] +
                    (e.negative ? " not" : "");
  return e.via.empty() ? out : out + ", by " + names(notes, e.via);
}

TEST(Events, read_as_in_the_case_file) {
  const auto labeller = label::Labeller::open(CORANTO_ROOT "/.deps/en_core_web_sm");
  ASSERT_TRUE(labeller) << labeller.error().text();
  const auto noter = Noter::open(CORANTO_ROOT "/data");
  ASSERT_TRUE(noter) << noter.error().text();
  std::ifstream file(CORANTO_ROOT "/tests/note/events.case");
  size_t cases = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto row = split(line, '\t');
    ASSERT_EQ(row.size(), 2u) << line;
    Report report;
    report.article.text = row[0];
    const Document document = labeller->label(report.article.text);
    const Notes notes = noter->note(report, document);
    std::string found;
    for (const Event& e : notes.events) found += (found.empty() ? "" : " ; ") + shown(notes, e);
    EXPECT_EQ(found.empty() ? "none" : found, row[1]) << row[0];
    ++cases;
  }
  EXPECT_GE(cases, 20u);
}

}  // namespace
}  // namespace coranto::note
