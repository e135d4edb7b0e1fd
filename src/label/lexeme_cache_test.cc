#include "label/lexeme_cache.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace coranto::label {
namespace {

constexpr uint32_t width = 16;

// Keys and vectors that belong together.
LexemeCache::Key key_of(uint32_t i) { return {i % 10, i / 10, 0, 0, 0, 0, i}; }
std::vector<float> vector_of(uint32_t i) { return std::vector<float>(width, static_cast<float>(i)); }

bool holds(const float* vector, uint32_t i) { return std::equal(vector, vector + width, vector_of(i).begin()); }

}  // namespace

TEST(LexemeCache, KeepsTheFirstAndRefusesTheRest) {
  LexemeCache cache(64, width);
  for (uint32_t i = 0; i < 100; ++i) cache.insert(key_of(i), vector_of(i).data());
  for (uint32_t i = 0; i < 64; ++i) {
    ASSERT_TRUE(cache.find(key_of(i)));
    EXPECT_TRUE(holds(cache.find(key_of(i)), i));
  }
  for (uint32_t i = 64; i < 100; ++i) EXPECT_EQ(cache.find(key_of(i)), nullptr);
}

TEST(LexemeCache, ThreadsNeverSeeAnothersVector) {
  LexemeCache cache(1024, width);
  std::atomic<int> wrong = 0;
  const auto work = [&](uint32_t from) {
    for (uint32_t n = 0; n < 20000; ++n) {
      const uint32_t i = (from + n * 7) % 1500;
      const float* found = cache.find(key_of(i));
      if (found && !holds(found, i)) ++wrong;
      if (!found) cache.insert(key_of(i), vector_of(i).data());
    }
  };
  std::vector<std::thread> threads;
  for (uint32_t t = 0; t < 4; ++t) threads.emplace_back(work, t * 300);
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace coranto::label
