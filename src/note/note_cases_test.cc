// Case files of times and places, read with the language model that tools/setup.sh fetches.
#include <gtest/gtest.h>

#include <fstream>

#include "base/tsv.h"
#include "label/label.h"
#include "note/places.h"
#include "note/times.h"
#include "rooted.h"

namespace coranto::note {
namespace {

const label::Labeller& labeller() {
  static const auto opened = label::Labeller::open(rooted("/.deps/en_core_web_sm"));
  return *opened;
}

std::vector<std::vector<std::string>> cases(const std::string& name, size_t fields) {
  std::ifstream file(rooted("/tests/note/") + name);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    rows.push_back(split(line, '\t'));
    EXPECT_EQ(rows.back().size(), fields) << line;
  }
  return rows;
}

template <typename Entries, typename Show>
std::string listed(const Entries& entries, const Show& show) {
  std::string out;
  for (const auto& entry : entries) out += (out.empty() ? "" : " ; ") + show(entry);
  return out;
}

TEST(Times, read_as_in_the_case_file) {
  const auto tables = TimeTables::open(rooted("/data"));
  ASSERT_TRUE(tables) << tables.error().text();
  const auto rows = cases("times.case", 3);
  ASSERT_GT(rows.size(), 20u);
  for (const auto& row : rows) {
    const Document document = labeller().label(row[1]);
    const auto times = find_times(document, row[0] == "-" ? "" : row[0], *tables);
    EXPECT_EQ(listed(times,
                     [&](const Time& time) {
                       return std::string(document.cut(time.span)) + '=' +
                              (time.value.empty() ? time.symbolic : time.value);
                     }),
              row[2])
        << row[1];
  }
}

TEST(Places, read_as_in_the_case_file) {
  const auto gazetteer = Gazetteer::open(rooted("/data"));
  ASSERT_TRUE(gazetteer) << gazetteer.error().text();
  static constexpr const char* uses[] = {"place", "demonym", "metonym"};
  const auto rows = cases("places.case", 2);
  ASSERT_GT(rows.size(), 5u);
  for (const auto& row : rows) {
    const Document document = labeller().label(row[0]);
    EXPECT_EQ(listed(find_places(document, *gazetteer),
                     [&](const Place& place) {
                       return std::string(document.cut(place.span)) + '=' +
                              (place.country.empty() ? "-" : place.country) + ':' +
                              uses[static_cast<size_t>(place.use)];
                     }),
              row[1])
        << row[0];
  }
}

}  // namespace
}  // namespace coranto::note
