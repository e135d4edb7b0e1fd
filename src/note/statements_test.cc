// The case files of tests/statements: NAME.txt, its stored analysis NAME.conllu, and NAME.expected, one statement a
// line.
#include "note/statements.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "conllu.h"
#include "note/note.h"
#include "rooted.h"

namespace coranto::note {
namespace {

const std::string folder = rooted("/tests/statements/");

std::string name_of(const Notes& notes, ActorIndex actor) { return actor == no_actor ? "-" : notes.actors[actor].name; }

// speaker | cue | content || content | direct | + | addressee | carriers
std::string line_of(const Notes& notes, const Statement& s, const Document& document) {
  std::ostringstream out;
  const char* quoted[] = {"direct", "indirect", "mixed"};
  out << name_of(notes, s.speaker) << " | " << (s.cue.empty() ? "-" : document.cut(s.cue)) << " | ";
  for (size_t i = 0; i < s.content.size(); ++i) out << (i ? " || " : "") << document.cut(s.content[i]);
  out << " | " << quoted[static_cast<int>(s.quoted)] << " | " << (s.negative ? "-" : "+") << " | "
      << name_of(notes, s.addressee) << " |";
  for (ActorIndex carrier : s.via) out << ' ' << name_of(notes, carrier);
  return out.str() + (s.via.empty() ? " -\n" : "\n");
}

std::string read_file(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

class StatementCases : public testing::TestWithParam<const char*> {};

TEST_P(StatementCases, are_read_as_expected) {
  auto noter = Noter::open(rooted("/data"));
  ASSERT_TRUE(noter) << noter.error().text();
  const std::string name = GetParam();
  const auto stored = tests::read_conllu(folder + name + ".conllu", folder + name + ".txt");
  const Notes notes = noter->note({}, stored->document);
  std::string lines;
  for (const Statement& s : notes.statements) lines += line_of(notes, s, stored->document);
  EXPECT_EQ(lines, read_file(folder + name + ".expected"));
}

INSTANTIATE_TEST_SUITE_P(Files, StatementCases, testing::Values("chains", "cues", "judged", "quotes", "set_off", "turns"));

TEST(CueTables, names_the_file_that_is_missing) {
  const auto tables = CueTables::open("/nowhere");
  ASSERT_FALSE(tables);
  EXPECT_NE(tables.error().text().find("/nowhere/statements/cues.tsv"), std::string::npos);
}

}  // namespace
}  // namespace coranto::note
