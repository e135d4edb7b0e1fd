#include "label/word_vectors.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace coranto::label {
namespace {

class WordVectorsTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_ + "/vocab");
    write("vectors.cfg", R"({"mode":"default"})");
    write("vectors", table("(2, 3), ", 6));
    write("key2row", std::string("\x82\xCF\x80\x00\x00\x00\x00\x00\x00\x01\x01\x07\x00", 13));  // 2^63+1: 1, 7: 0
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ + "/vocab/" + name, std::ios::binary) << bytes;
  }
  // A .npy file of 0, 1, 2, ...
  static std::string table(const std::string& shape, int values, const std::string& type = "<f4") {
    const std::string head = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + "}\n";
    std::string bytes("\x93NUMPY\x01\x00", 8);
    bytes += static_cast<char>(head.size());
    bytes += '\0';
    bytes += head;
    for (int i = 0; i < values; ++i) {
      const auto value = static_cast<float>(i);
      bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    return bytes;
  }
  void expect_fault(const std::string& file) const {
    const auto opened = WordVectors::open(folder_);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, Code::model);
    EXPECT_EQ(opened.error().where.rfind(folder_ + "/vocab/" + file, 0), 0u) << opened.error().where;
  }
  std::string folder_ = testing::TempDir() + "coranto_vectors";
};

}  // namespace

TEST_F(WordVectorsTest, FindAWordsRow) {
  const auto vectors = WordVectors::open(folder_);
  ASSERT_TRUE(vectors.ok()) << vectors.error().text();
  ASSERT_EQ(vectors->width(), 3u);
  float out[3] = {};
  EXPECT_TRUE(vectors->copy((uint64_t{1} << 63) + 1, out));
  EXPECT_EQ(out[0], 3);
  EXPECT_EQ(out[2], 5);
  EXPECT_TRUE(vectors->copy(7, out));
  EXPECT_EQ(out[2], 2);
  EXPECT_FALSE(vectors->copy(8, out));
}

TEST_F(WordVectorsTest, BrokenTablesAreNamed) {
  for (const std::string& bytes : {std::string(), std::string("\x93NUMPY\x01"), table("(2, 3), ", 5), table("(), ", 6),
                                   table("(2,), ", 6), table("(99999999999, 3), ", 6), table("(2, 3), ", 6, "<f8")}) {
    write("vectors", bytes);
    expect_fault("vectors");
  }
}

TEST_F(WordVectorsTest, ARowBeyondTheTableIsRefused) {
  write("key2row", std::string("\x81\x07\x02", 3));
  expect_fault("key2row");
  write("vectors.cfg", R"({"mode":"floret"})");
  expect_fault("vectors.cfg");
}

}  // namespace coranto::label
