#include "join/join.h"

#include <gtest/gtest.h>

namespace coranto {
namespace {

Report joined(join::Joiner& joiner, const std::string& text, ArticleKind kind = ArticleKind::article) {
  Article article;
  article.source = "x";
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

}  // namespace coranto
