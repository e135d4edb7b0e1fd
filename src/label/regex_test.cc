#include "label/regex.h"

#include <gtest/gtest.h>

namespace coranto::label {

TEST(Regex, UnderstandsPythonsSyntax) {
  Regex::Room room;
  const auto regex = Regex::compile("(?u)(?<=[a-z\\u00DF])\\.(?=[A-Z\\U0001F600[])|^\\S+$", "test");
  ASSERT_TRUE(regex.ok()) << regex.error().text();
  EXPECT_EQ(regex->search("straß.A b", room), (Span{6, 7}));
  EXPECT_EQ(regex->search("no .😀", room), std::nullopt);
  EXPECT_EQ(regex->search("o.😀 ", room), (Span{1, 2}));
  EXPECT_EQ(regex->search("o.[ ", room), (Span{1, 2}));
  EXPECT_EQ(regex->search("a\x1f"
                          "b",
                          room),
            std::nullopt);                                   // Python's white space, not PCRE2's
  EXPECT_EQ(regex->search("a\u180Eb", room), (Span{0, 5}));  // the other way round
}

TEST(Regex, FindsAllWithoutOverlap) {
  Regex::Room room;
  std::vector<Span> found;
  Regex::compile("--|-|x*", "test")->find_all("é---x", room, found);
  EXPECT_EQ(found, (std::vector<Span>{{0, 0}, {2, 4}, {4, 5}, {5, 6}, {6, 6}}));
}

TEST(Regex, NamesWhereABrokenExpressionStands) {
  const auto regex = Regex::compile("a(b", "package/tokenizer:url_match");
  ASSERT_FALSE(regex.ok());
  EXPECT_EQ(regex.error().where, "package/tokenizer:url_match");
}

}  // namespace coranto::label
