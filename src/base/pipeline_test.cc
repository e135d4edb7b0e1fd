#include "base/pipeline.h"

#include <gtest/gtest.h>

#include <set>

namespace coranto {
namespace {

using Numbers = std::vector<int>;

// What comes out when 0..count-1 are sent, each of so many bytes, and how many were given per batch.
std::pair<Numbers, std::vector<size_t>> sent_through(unsigned threads, BatchSizes sizes, int count, size_t bytes) {
  Numbers out;
  std::vector<size_t> batches;
  Pipeline<int, Numbers> line(
      threads, sizes, [](Numbers batch) { return batch; },
      [&](Numbers batch) {
        batches.push_back(batch.size());
        out.insert(out.end(), batch.begin(), batch.end());
      });
  for (int i = 0; i < count; ++i) line.add(i, bytes);
  line.finish();
  return {out, batches};
}

TEST(Pipeline, GivesInTheOrderOfInputWithAnyNumberOfThreads) {
  Numbers all;
  for (int i = 0; i < 1000; ++i) all.push_back(i);
  for (const unsigned threads : {0u, 1u, 2u, 5u}) {
    for (const size_t most : {1u, 7u, 100000u}) EXPECT_EQ(sent_through(threads, {1, most}, 1000, 1).first, all);
  }
}

TEST(Pipeline, BatchesGrowUpToTheLargestSize) {
  EXPECT_EQ(sent_through(1, {4, 10}, 30, 1).second, (std::vector<size_t>{4, 8, 10, 8}));
  EXPECT_EQ(sent_through(3, {100, 2}, 3, 5).second, (std::vector<size_t>{1, 1, 1}));
}

TEST(Pipeline, OneThreadIsTheCallingThread) {
  std::set<std::thread::id> threads;
  Pipeline<int, int> line(
      1, {1, 1}, [&](const Numbers&) { return threads.insert(std::this_thread::get_id()), 0; }, [](int) {});
  for (int i = 0; i < 100; ++i) line.add(i, 1);
  line.finish();
  EXPECT_EQ(threads, std::set<std::thread::id>{std::this_thread::get_id()});
}

TEST(Pipeline, GivesAsItGoesOn) {
  size_t given = 0, most_waiting = 0;
  Pipeline<int, int> line(
      2, {1, 1}, [](const Numbers& batch) { return batch[0]; }, [&](int) { ++given; });
  for (size_t sent = 1; sent <= 500; ++sent) {
    line.add(0, 1);
    most_waiting = std::max(most_waiting, sent - given);
  }
  EXPECT_LE(most_waiting, 4u);
}

}  // namespace
}  // namespace coranto
