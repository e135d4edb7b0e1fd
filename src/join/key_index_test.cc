#include "join/key_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace coranto::join {
namespace {

// What is found does not hang on where one batch ended and runs were merged.
TEST(KeyIndex, FindsTheFirstTextsOfEachKeyHoweverTheyCame) {
  std::mt19937 draw(1);
  KeyIndex index;
  std::map<uint32_t, std::vector<uint32_t>> expected;
  for (uint32_t text = 0; text < 3000; ++text) {
    std::vector<uint32_t> keys;
    for (int i = 0; i < 20; ++i) keys.push_back(draw() % 2 ? draw() % 300 : draw());
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    index.add(text, keys);
    for (uint32_t key : keys) {
      if (expected[key].size() < KeyIndex::longest_list) expected[key].push_back(text);
    }
    if (draw() % 40 == 0) index.settle();
  }
  index.settle();
  for (const auto& [key, texts] : expected) EXPECT_EQ(index.texts(key), texts) << key;
  EXPECT_TRUE(index.texts(301).empty());
}

TEST(KeyIndex, CandidatesShareSeveralKeysTheMostAlikeFirst) {
  KeyIndex index;
  std::vector<uint32_t> keys;
  for (uint32_t i = 0; i < 20; ++i) keys.push_back(i * 1000);
  index.add(0, std::span(keys).first(2));
  index.add(1, std::span(keys).first(1));
  index.add(2, keys);
  index.settle();
  EXPECT_EQ(index.candidates(keys), (std::vector<uint32_t>{2, 0}));
}

}  // namespace
}  // namespace coranto::join
