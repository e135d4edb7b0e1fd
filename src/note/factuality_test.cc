#include "note/factuality.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "base/tsv.h"
#include "rooted.h"

namespace coranto::note {
namespace {

std::string error_of(const std::string& row) {
  const std::string folder = testing::TempDir();
  std::ofstream(folder + "/embedding.tsv") << "word\tkind\tlinks\taffirmed\tnegated\tclass\n" << row << "\n";
  const auto table = EmbeddingTable::open(folder);
  return table ? "" : table.error().text();
}

TEST(EmbeddingTable, is_read) { EXPECT_TRUE(EmbeddingTable::open(rooted("/data/events"))); }

TEST(EmbeddingTable, has_the_signatures_of_seven_hundred_predicates) {
  const auto table = Table::read(rooted("/data/events/embedding.tsv"));
  ASSERT_TRUE(table);
  std::set<std::string> predicates;
  for (size_t i = 0; i < table->size(); ++i) {
    const auto& row = table->row(i);
    if (row[1] == "verb" || row[1] == "noun" || row[1] == "adjective") predicates.insert(row[1] + " " + row[0]);
  }
  EXPECT_GE(predicates.size(), 700u);
}

TEST(EmbeddingTable, names_the_broken_row) {
  EXPECT_EQ(error_of("manage\tverb\tto\t3\t-3\timplicative"), "");
  EXPECT_NE(error_of("manage\tverbs\tto\t3\t-3\timplicative").find("embedding.tsv:2"), std::string::npos);
  EXPECT_NE(error_of("manage\tverb\tto\t4\t-3\timplicative").find("from -3 to 3"), std::string::npos);
  EXPECT_NE(error_of("manage\tverb\tto\t3\tno\timplicative").find("from -3 to 3"), std::string::npos);
  EXPECT_NE(error_of("manage\tverb\tto to\t3\t-3\timplicative").find("another row"), std::string::npos);
}

}  // namespace
}  // namespace coranto::note
