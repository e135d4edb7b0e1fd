#include "note/city_index.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace coranto::note {
namespace {

namespace fs = std::filesystem;

std::string index_path() { return (fs::read_symlink("/proc/self/exe").parent_path() / "gazetteer.bin").string(); }

TEST(CityIndex, gives_the_most_populous_first_and_folds_marks) {
  const auto index = CityIndex::open(index_path());
  ASSERT_TRUE(index) << index.error().text();
  const auto paris = index->find("Paris");
  ASSERT_GT(paris.size(), 1u);
  EXPECT_EQ(paris.front().country, "FR");
  EXPECT_EQ(paris.front().geonames, 2988507u);
  EXPECT_NEAR(paris.front().lat, 48.85, 0.05);
  EXPECT_FALSE(index->find("Medellin").empty());
  EXPECT_TRUE(index->find("Nowhere at all").empty());
}

// Every cut of the header, and cuts of the body, must be refused; a damaged body must not be read beyond its end.
TEST(CityIndex, refuses_what_is_cut_short_and_survives_damage) {
  std::ifstream file(index_path(), std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const std::string whole = bytes.str();
  const std::string path = (fs::temp_directory_path() / ("city_index_" + std::to_string(::getpid()))).string();
  const auto write = [&](std::string_view content) { std::ofstream(path, std::ios::binary) << content; };
  for (size_t size : {size_t{0}, size_t{7}, size_t{23}, size_t{24}, whole.size() / 2, whole.size() - 1}) {
    write(std::string_view(whole).substr(0, size));
    EXPECT_FALSE(CityIndex::open(path)) << size;
  }
  std::string damaged = whole;
  for (size_t i = CityIndex::header_size; i < damaged.size(); i += 7) damaged[i] = '\xff';
  write(damaged);
  const auto opened = CityIndex::open(path);
  ASSERT_TRUE(opened);
  for (const char* name : {"Paris", "London", "Kabul", "Springfield"}) opened->find(name);
  fs::remove(path);
}

}  // namespace
}  // namespace coranto::note
