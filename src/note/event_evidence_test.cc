#include "note/event_evidence.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "rooted.h"

namespace coranto::note {
namespace {

TEST(Evidence, names_the_line_of_a_weight_that_is_no_number) {
  const std::string folder = testing::TempDir() + "/evidence";
  std::filesystem::create_directories(folder);
  std::ofstream(folder + "/evidence.tsv") << "# weights\nfeature\tweight\n(threshold)\t0.4\nrule consult.meet\t0,5\n";
  const auto evidence = Evidence::open(folder);
  ASSERT_FALSE(evidence);
  EXPECT_EQ(evidence.error().where, folder + "/evidence.tsv:4");
}

TEST(Evidence, reads_the_table_of_the_project) { EXPECT_TRUE(Evidence::open(rooted("/data/events"))); }

}  // namespace
}  // namespace coranto::note
