#include "label/arc_eager.h"

#include <gtest/gtest.h>

namespace coranto::label {
namespace {

ArcEager started(size_t length, std::initializer_list<ArcEager::Action> actions) {
  ArcEager state;
  state.start(length);
  for (const auto action : actions) {
    EXPECT_TRUE(state.valid(action));
    state.apply(action, 1);
  }
  return state;
}

}  // namespace

// she gave him books: gave is the root.
TEST(ArcEager, BuildsATree) {
  ArcEager state = started(4, {ArcEager::shift, ArcEager::left, ArcEager::shift, ArcEager::right, ArcEager::reduce,
                               ArcEager::right, ArcEager::reduce});
  EXPECT_FALSE(state.done());
  state.apply(ArcEager::reduce, 0);
  EXPECT_TRUE(state.done());
  EXPECT_EQ(state.heads(), (std::vector<int32_t>{1, -1, 1, 1}));
}

TEST(ArcEager, LooksAtFrontStackAndNewestChildren) {
  const ArcEager state =
      started(5, {ArcEager::shift, ArcEager::left, ArcEager::shift, ArcEager::right});  // 0 <- 1 -> 2, then 3
  EXPECT_EQ(state.context(), (std::array<int32_t, 8>{3, 4, 2, 1, -1, -1, -1, -1}));
  ArcEager next = state;
  next.apply(ArcEager::reduce, 0);
  EXPECT_EQ(next.context(), (std::array<int32_t, 8>{3, 4, 1, -1, -1, -1, 0, 2}));
}

TEST(ArcEager, ReducePutsAHeadlessWordBackAndItIsNotShiftedAgain) {
  ArcEager state = started(3, {ArcEager::shift, ArcEager::shift, ArcEager::reduce});
  EXPECT_EQ(state.context()[0], 1);
  EXPECT_EQ(state.context()[2], 0);
  EXPECT_FALSE(state.valid(ArcEager::shift));
  state.apply(ArcEager::left, 1);  // 0 <- 1 makes it shiftable again
  EXPECT_TRUE(state.valid(ArcEager::shift));
}

TEST(ArcEager, LeftArcReplacesAnEarlierHead) {
  ArcEager state = started(3, {ArcEager::shift, ArcEager::right, ArcEager::left});  // 0 -> 1, then 1 <- 2
  EXPECT_EQ(state.heads(), (std::vector<int32_t>{-1, 2, -1}));
  EXPECT_EQ(state.context()[7], -1);  // 0 has no right child any more
  EXPECT_EQ(state.context()[5], 1);   // 2 has a left one
}

TEST(ArcEager, NoArcCrossesASentenceBorder) {
  ArcEager state = started(3, {ArcEager::split, ArcEager::shift});
  EXPECT_FALSE(state.valid(ArcEager::left));
  EXPECT_FALSE(state.valid(ArcEager::right));
  EXPECT_FALSE(state.valid(ArcEager::shift));
  EXPECT_TRUE(state.valid(ArcEager::reduce));
  state.apply(ArcEager::reduce, 0);
  EXPECT_TRUE(state.valid(ArcEager::shift));
}

}  // namespace coranto::label
