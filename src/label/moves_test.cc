#include "label/moves.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace coranto::label {
namespace {

class MovesTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ + "/" + name, std::ios::binary) << bytes;
  }
  // {"moves": json}
  void write_moves(const std::string& json) const {
    write("moves", "\x81\xA5moves\xD9" + std::string(1, static_cast<char>(json.size())) + json);
  }
  std::string folder_ = testing::TempDir() + "coranto_moves";
};

}  // namespace

TEST_F(MovesTest, StandInTheOrderOfTheirScores) {
  write_moves(R"({"2":{"b":5,"late":-2,"a":5,"c":9},"0":{"":7},"3":{"late":-2,"d":1,"first":-1}})");
  const auto moves = read_moves(folder_);
  ASSERT_TRUE(moves.ok()) << moves.error().text();
  std::string order;
  for (const Move& move : *moves) order += std::to_string(move.action) + move.label + " ";
  EXPECT_EQ(order, "0 2c 2b 2a 3d 3first 2late 3late ");
}

TEST_F(MovesTest, BrokenFilesAreNamed) {
  for (const char* json : {"", "[]", "{}", R"({"2":5})", R"({"2":{"a":"b"}})", R"({"x2":{"a":1}})"}) {
    write_moves(json);
    const auto moves = read_moves(folder_);
    ASSERT_FALSE(moves.ok()) << json;
    EXPECT_EQ(moves.error().code, Code::model);
    EXPECT_EQ(moves.error().where, folder_ + "/moves");
  }
}

TEST_F(MovesTest, WhatIsNotDoneHereIsRefused) {
  write("cfg", R"({"beam_width":16})");
  EXPECT_FALSE(check_settings(folder_).ok());
  write("cfg", R"({"beam_width":1,"learn_tokens":true})");
  EXPECT_FALSE(check_settings(folder_).ok());
  write("cfg", R"({"beam_width":1,"learn_tokens":false})");
  EXPECT_TRUE(check_settings(folder_).ok());
}

TEST(Moves, RunsJoinNeighboursOfOneAction) {
  const auto runs = runs_of({0, 1, 2, 2, 2, 3, 2});
  ASSERT_EQ(runs.size(), 5u);
  EXPECT_EQ(runs[2].begin, 2u);
  EXPECT_EQ(runs[2].end, 5u);
  EXPECT_EQ(runs[4].action, 2);
}

}  // namespace coranto::label
