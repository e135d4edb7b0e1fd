#include "join/join.h"

#include <gtest/gtest.h>

namespace coranto {
namespace {

int carrier = 0;

Report joined(join::Joiner& joiner, const std::string& text, ArticleKind kind = ArticleKind::article,
              const std::string& source = "carrier " + std::to_string(carrier++)) {
  Article article;
  article.source = source;
  article.text = text;
  article.kind = kind;
  return joiner.join(std::move(article));
}

const std::string report =
    "The ferry Saint Brandan ran aground on Tuesday off the island of Muile with 84 people aboard, the coast guard "
    "said. Nobody was hurt.\n\nIts captain, Ewan Laird (李文), told reporters that fog had come “like a wall.” Two "
    "lifeboats took off the passengers, and a tug is to pull the ship free on Wednesday’s tide.\n\nThe operator has "
    "promised an inquiry, and the transport minister asked for its findings within a week.";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace

TEST(Join, BracketsQuotesAndWhiteSpaceMakeNoOtherReport) {
  join::Joiner joiner;
  const auto first = joined(joiner, report);
  auto text = replaced(replaced(replaced(report, "(", "（"), ")", "）"), "\n\n", "\n");
  text = replaced(replaced(replaced(text, "“", "\""), "”", "\""), "’", "'");
  const auto second = joined(joiner, text);
  EXPECT_EQ(first.copy_of, "");
  EXPECT_EQ(second.copy_of, first.id);
  EXPECT_EQ(second.id, first.id);
  EXPECT_EQ(second.story, first.story);
}

TEST(Join, AnEditedCopyIsACopy) {
  join::Joiner joiner;
  const auto first = joined(joiner, report);
  const auto edited = joined(joiner, replaced(report, "Nobody was hurt", "No one was injured") + "\n\nThis is new.");
  EXPECT_EQ(edited.copy_of, first.id);
  EXPECT_NE(edited.id, first.id);
}

TEST(Join, ACutCopyIsACopy) {
  join::Joiner joiner;
  const auto first = joined(joiner, report);
  EXPECT_EQ(joined(joiner, report.substr(0, report.find("\n\nThe operator"))).copy_of, first.id);
}

TEST(Join, AnotherReportOnTheSameMatterIsNone) {
  join::Joiner joiner;
  joined(joiner, report);
  const auto other = joined(joiner,
                            "Passengers of the ferry Saint Brandan have asked for their money back after it ran "
                            "aground on Tuesday off the island of Muile. The operator said it would pay.");
  EXPECT_EQ(other.copy_of, "");
}

TEST(Join, ATeaserIsNoCopyOfAnArticle) {
  join::Joiner joiner;
  joined(joiner, report);
  EXPECT_EQ(joined(joiner, report, ArticleKind::teaser).copy_of, "");
}

TEST(Join, ACopyOfACopyNamesTheFirst) {
  join::Joiner joiner;
  const auto first = joined(joiner, report);
  joined(joiner, report + "\n\nThis is new.");
  EXPECT_EQ(joined(joiner, report + "\n\nThis is new, too.").copy_of, first.id);
}

TEST(Join, TheSameFromTheSameSourceIsNoCopy) {
  join::Joiner joiner;
  const auto once = joined(joiner, report, ArticleKind::article, "a");
  const auto again = joined(joiner, report, ArticleKind::article, "a");
  EXPECT_EQ(again.copy_of, "");
  EXPECT_EQ(again.id, once.id);
}

TEST(Join, CopiesOfWhatIsRememberedAreRecognised) {
  join::Joiner first, later;
  const auto original = joined(first, report);
  later.remember(
      {original.id, "", original.story, "a", original.article.kind, join::signature_of(original.article).wording});
  const auto edited = joined(later, replaced(report, "Nobody was hurt", "No one was injured"));
  EXPECT_EQ(edited.copy_of, original.id);
  EXPECT_EQ(edited.story, original.story);
  EXPECT_EQ(joined(later, report, ArticleKind::article, "a").copy_of, "");
}

TEST(Join, EitherOrderGivesTheSameIds) {
  join::Joiner one, other;
  const std::string edited = replaced(report, "Nobody was hurt", "No one was injured");
  const auto a = joined(one, report), b = joined(one, edited), c = joined(other, edited), d = joined(other, report);
  EXPECT_EQ(a.id, d.id);
  EXPECT_EQ(b.id, c.id);
  EXPECT_EQ(b.copy_of, a.id);
  EXPECT_EQ(d.copy_of, c.id);
}

}  // namespace coranto
