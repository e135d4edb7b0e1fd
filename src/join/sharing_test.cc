#include "join/sharing.h"

#include <gtest/gtest.h>

#include "join/normal.h"
#include "join/word_spans.h"
#include "join/wording.h"

namespace coranto::join {
namespace {

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> out;
  for (const Span span : word_spans(text)) out.emplace_back(span.of(text));
  return out;
}

TEST(WordSpans, AreThoseOfTheWording) {
  EXPECT_EQ(words_in("“They don’t,” said É. Roe (U.S.)."),
            (std::vector<std::string>{"“They", "don’t", "said", "É", "Roe", "U", "S"}));
  EXPECT_EQ(words_in("港口关闭。 closed"), (std::vector<std::string>{"港", "口", "关", "闭", "closed"}));
}

TEST(WordSpans, AreAsManyAsTheWordingHas) {
  for (const std::string text : {"", " ", "a", "naïve – café—bar", "ﬁne ½ ①②", "ʼn it’s ‘so’", "東京タワー2025年",
                                 "x\x01y", "e\xCC\x81tude d\xE2\x80\x8Bun soir"}) {
    EXPECT_EQ(word_spans(text).size(), wording_of(normal_form(text)).size()) << text;
  }
}

TEST(Passages, AreLongEnoughAndMadeOneWhereTheyTouch) {
  const auto found = passages({{50, 60}, {0, 15}, {17, 30}, {90, 120}});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].begin, 0u);
  EXPECT_EQ(found[0].end, 30u);
  EXPECT_EQ(found[1].begin, 90u);
}

TEST(Origin, AgencyThenDayThenId) {
  const Origin agency{"r-9", "2025-11-05", true}, early{"r-8", "2025-11-01", false}, late{"r-1", "2025-11-02", false};
  const Origin undated{"r-0", "", false}, other{"r-2", "", false};
  EXPECT_TRUE(is_likelier(agency, early));
  EXPECT_TRUE(is_likelier(early, late));
  EXPECT_TRUE(is_likelier(late, undated));
  EXPECT_TRUE(is_likelier(undated, other));
  EXPECT_FALSE(is_likelier(other, undated));
}

}  // namespace
}  // namespace coranto::join
