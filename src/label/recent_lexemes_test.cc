#include "label/recent_lexemes.h"

#include <gtest/gtest.h>

namespace coranto::label {
namespace {

constexpr size_t width = 16;

LexemeCache::Key key_of(uint64_t i) { return {i, 0, 0, 0, 0, 0, 0}; }

void insert(RecentLexemes& recent, const void* owner, uint64_t i, float value, size_t of_width = width) {
  recent.insert(owner, key_of(i), std::vector<float>(of_width, value).data(), of_width);
}

TEST(RecentLexemes, GivesWhatTheSameOwnerInserted) {
  RecentLexemes recent;
  const int owner = 0, other = 0;
  EXPECT_EQ(recent.find(&owner, key_of(1)), nullptr);
  insert(recent, &owner, 1, 1.5f);
  ASSERT_TRUE(recent.find(&owner, key_of(1)));
  EXPECT_EQ(recent.find(&owner, key_of(1))[width - 1], 1.5f);
  EXPECT_EQ(recent.find(&other, key_of(1)), nullptr);
  EXPECT_EQ(recent.find(&owner, key_of(2)), nullptr);
}

TEST(RecentLexemes, TheLatestStay) {
  RecentLexemes recent;
  const int owner = 0;
  for (uint64_t i = 0; i < 100000; ++i) {
    insert(recent, &owner, i, static_cast<float>(i));
    ASSERT_TRUE(recent.find(&owner, key_of(i)));
    EXPECT_EQ(recent.find(&owner, key_of(i))[0], static_cast<float>(i));
  }
}

TEST(RecentLexemes, AnotherWidthIsNotKept) {
  RecentLexemes recent;
  const int owner = 0;
  insert(recent, &owner, 1, 1.0f);
  insert(recent, &owner, 2, 2.0f, 2 * width);
  EXPECT_EQ(recent.find(&owner, key_of(2)), nullptr);
}

}  // namespace
}  // namespace coranto::label
