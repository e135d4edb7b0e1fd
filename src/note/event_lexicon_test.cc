#include "note/event_lexicon.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "note/events.h"
#include "note/modality.h"
#include "rooted.h"

namespace coranto::note {
namespace {

const std::string folder = rooted("/data/events");

TEST(EventTables, open_as_they_stand) {
  auto tables = EventTables::open(rooted("/data"));
  ASSERT_TRUE(tables.ok()) << tables.error().text();
}

TEST(Lexicon, covers_every_type_with_many_predicates) {
  auto classes = WordClasses::open(folder);
  ASSERT_TRUE(classes.ok());
  auto lexicon = Lexicon::open(folder, *classes);
  ASSERT_TRUE(lexicon.ok());
  std::map<std::string, size_t> rows;
  for (const Rule& rule : lexicon->all()) ++rows[rule.type];
  for (const char* type : {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
                           "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}) {
    EXPECT_GE(rows[type], 20u) << type;
  }
  EXPECT_GE(lexicon->all().size(), 700u);
}

TEST(Lexicon, every_mode_has_a_predicate) {
  auto classes = WordClasses::open(folder);
  auto lexicon = Lexicon::open(folder, *classes);
  ASSERT_TRUE(lexicon.ok());
  std::set<std::string> modes;
  for (const Rule& rule : lexicon->all()) modes.insert(rule.type + " " + rule.mode);
  for (const char* mode :
       {"CONSULT visit", "CONSULT phone", "RETREAT resign", "RETREAT ceasefire", "REQUEST meet", "ACCUSE investigate",
        "REJECT meet", "THREATEN arrest", "PROTEST hunger", "SANCTION convict", "MOBILIZE militia",
        "COERCE martial-law", "COERCE cyber", "ASSAULT drone", "ASSAULT unconventional"}) {
    EXPECT_TRUE(modes.count(mode)) << mode;
  }
}

// Writes a lexicon of one row and gives the error of reading it.
std::string error_of(const std::string& row) {
  const auto here = std::filesystem::temp_directory_path() / ("coranto_lexicon_" + std::to_string(::getpid()));
  std::filesystem::create_directories(here);
  std::ofstream(here / "lexicon.tsv")
      << "# one row\nrule\tpattern\tpos\ttype\tmode\tframe\twhen\tcontexts\tconfidence\n"
      << row << "\n";
  auto classes = WordClasses::open(folder);
  auto lexicon = Lexicon::open(here.string(), *classes);
  return lexicon.ok() ? "" : lexicon.error().text();
}

TEST(Lexicon, names_file_and_line_of_a_broken_row) {
  EXPECT_EQ(error_of("a.b\tattack\tV\tASSAULT\t\tA:subj R:obj\tobj=actor\t\t0.8"), "");
  EXPECT_NE(error_of("a.b\tattack\tV\tASSAULTS\t\tA:subj\t\t\t0.8").find("lexicon.tsv:3: unknown type ASSAULTS"),
            std::string::npos);
  EXPECT_NE(error_of("a.b\tattack\tV\tASSAULT\tvisit\tA:subj\t\t\t0.8").find("no mode visit"), std::string::npos);
  EXPECT_NE(error_of("a.b\tsend @nothing\tV\tAID\t\tA:subj\t\t\t0.8").find("unknown class @nothing"),
            std::string::npos);
  EXPECT_NE(error_of("a.b\tattack\tV\tASSAULT\t\tsubj\t\t\t0.8").find("frame"), std::string::npos);
  EXPECT_NE(error_of("a.b\tattack\tV\tASSAULT\t\tA:subj\t\t\t2").find("confidence"), std::string::npos);
}

TEST(ModalityTable, opens_as_it_stands) {
  auto table = ModalityTable::open(folder);
  ASSERT_TRUE(table.ok()) << table.error().text();
}

}  // namespace
}  // namespace coranto::note
