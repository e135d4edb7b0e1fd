#include "label/row_index.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace coranto::label {
namespace {

class RowIndexTest : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(path_); }
  Result<RowIndex> open(const std::string& bytes, uint32_t rows) const {
    std::ofstream(path_, std::ios::binary) << bytes;
    return RowIndex::open(path_, rows);
  }
  static std::string number(uint64_t value) {
    std::string bytes("\xCF");
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift);
    return bytes;
  }
  // A map of `pairs` pairs, key to row.
  template <typename Key>
  static std::string map(uint32_t pairs, Key key) {
    std::string bytes("\xDF");
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(pairs >> shift);
    for (uint32_t i = 0; i < pairs; ++i) bytes += number(key(i)) + number(i);
    return bytes;
  }
  std::string path_ = testing::TempDir() + "coranto_key2row";
};

}  // namespace

TEST_F(RowIndexTest, FindsEveryKeyAndNoOther) {
  constexpr uint32_t pairs = 100000;
  const auto key = [](uint64_t i) { return i * i * 0x9E3779B97F4A7C15u + i; };
  const auto index = open(map(pairs, key), pairs);
  ASSERT_TRUE(index.ok()) << index.error().text();
  for (uint32_t i = 0; i < pairs; ++i) ASSERT_EQ(index->row(key(i)), i);
  for (uint64_t i = pairs; i < 2 * pairs; ++i) ASSERT_EQ(index->row(key(i)), std::nullopt);
}

TEST_F(RowIndexTest, ReadsEveryFormOfInteger) {
  const std::string pairs("\x83\x07\xCC\x02\xCD\x01\x00\xCE\x00\x00\x00\x01\xD0\xFF\xD1\x00\x03", 17);
  const auto index = open(pairs, 4);
  ASSERT_TRUE(index.ok()) << index.error().text();
  EXPECT_EQ(index->row(7), 2u);
  EXPECT_EQ(index->row(256), 1u);
  EXPECT_EQ(index->row(~uint64_t{0}), 3u);
}

TEST_F(RowIndexTest, AnEmptyMapHasNoRows) {
  const auto index = open(std::string("\x80", 1), 0);
  ASSERT_TRUE(index.ok()) << index.error().text();
  EXPECT_EQ(index->row(0), std::nullopt);
}

TEST_F(RowIndexTest, BrokenFilesAreNamedWithThePlace) {
  const std::pair<std::string, const char*> broken[] = {
      {"", ":0"},
      {"\x92\x01\x01", ":1"},              // an array
      {"\x82\x01\x01", ":1"},              // more pairs than bytes
      {"\x81\x01\xA1", ":3"},              // a text
      {"\x81\x01\xCD\x01", ":3"},          // cut short
      {"\x81\x01\x04", ":3"},              // a row beyond the table
      {"\x81\x01\xFF", ":3"},              // a negative row
      {"\x81\x01\x01\x01", ":3"},          // bytes after the map
      {"\xDF\xFF\xFF\xFF\xFF\x01", ":5"},  // four thousand million pairs
  };
  for (const auto& [bytes, place] : broken) {
    const auto index = open(bytes, 4);
    ASSERT_FALSE(index.ok());
    EXPECT_EQ(index.error().code, Code::model);
    EXPECT_EQ(index.error().where, path_ + place) << index.error().text();
  }
}

TEST_F(RowIndexTest, KeysThatCollideOnPurposeAreRefused) {
  const auto index = open(map(20000, [](uint64_t) { return uint64_t{5}; }), 20000);
  ASSERT_FALSE(index.ok());
  EXPECT_NE(index.error().message.find("of one hash"), std::string::npos);
}

}  // namespace coranto::label
