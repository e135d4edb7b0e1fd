#include "note/quotes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

namespace coranto::note {
namespace {

// The text with [ ] about each quotation's inner words, ( ) about a nested one's.
std::string shown(std::string text) {
  const auto spans = find_quoted_spans(text);
  std::vector<std::pair<uint32_t, char>> marks;
  for (const QuotedSpan& span : spans) {
    marks.emplace_back(span.inner.begin, span.nested ? '(' : '[');
    marks.emplace_back(span.inner.end, span.nested ? ')' : ']');
  }
  std::stable_sort(marks.begin(), marks.end(), [](auto a, auto b) { return a.first > b.first; });
  for (const auto& [at, mark] : marks) text.insert(at, 1, mark);
  return text;
}

TEST(Quotes, knows_the_marks_of_every_style) {
  EXPECT_EQ(shown("“Go,” he said."), "“[Go,]” he said.");
  EXPECT_EQ(shown("\"Go,\" he said. \"Now.\""), "\"[Go,]\" he said. \"[Now.]\"");
  EXPECT_EQ(shown("``Go,'' he said."), "``[Go,]'' he said.");
  EXPECT_EQ(shown("«Go», he said."), "«[Go]», he said.");
  EXPECT_EQ(shown("„Go“, he said."), "„[Go]“, he said.");
  EXPECT_EQ(shown("‘Go,’ he said."), "‘[Go,]’ he said.");
  EXPECT_EQ(shown("'Go,' he said."), "'[Go,]' he said.");
}

TEST(Quotes, sets_apostrophes_apart) {
  EXPECT_EQ(shown("The farmers' hall and the '90s weren't John’s."), "The farmers' hall and the '90s weren't John’s.");
  EXPECT_EQ(shown("‘It’s the farmers’ hall,’ he said."), "‘[It’s the farmers’ hall,]’ he said.");
  EXPECT_EQ(shown("'It isn't the farmers' hall,' he said."), "'[It isn't the farmers' hall,]' he said.");
}

TEST(Quotes, follows_nesting_and_paragraphs) {
  EXPECT_EQ(shown("“He said ‘go’ and went.”"), "“[He said ‘(go)’ and went.]”");
  EXPECT_EQ(shown("“One.\n\n“Two.”\n\nHe left."), "“[One.]\n\n“[Two.]”\n\nHe left.");
  EXPECT_TRUE(find_quoted_spans("“One.\n\n“Two.”")[0].carried_on);
  EXPECT_FALSE(find_quoted_spans("“One.\n\nHe left.")[0].carried_on);
}

TEST(Quotes, outlives_marks_that_never_close) {
  EXPECT_EQ(shown("He said “go and left.\n\nShe stayed."), "He said “[go and left.]\n\nShe stayed.");
  EXPECT_EQ(shown("”"), "”");
  EXPECT_EQ(shown("“"), "“");
}

}  // namespace
}  // namespace coranto::note
