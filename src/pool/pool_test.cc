// Who is of one story, from gists made of plain words.
#include "pool/pool.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "base/hash.h"
#include "pool/terms.h"

namespace coranto {
namespace {

Report report_of(const std::string& words, const std::string& day = "2025-11-01", const std::string& copy_of = "") {
  pool::Terms terms("");
  std::istringstream in(words);
  for (std::string word; in >> word;)
    for (const auto sort : {pool::Sort::name, pool::Sort::word}) terms.add(sort, word, 6, {0, 1});
  Report report;
  report.id = "r-" + hex16(hash64(words));
  report.copy_of = copy_of;
  report.article.published = day;
  report.gist = terms.gist();
  return report;
}

std::vector<std::string> placed(pool::Pool& pool, std::vector<Report> reports) {
  std::vector<Report*> together;
  for (Report& report : reports) together.push_back(&report);
  pool.place(together);
  std::vector<std::string> stories;
  for (const Report& report : reports) stories.push_back(report.story);
  return stories;
}

Account account_of(const Report& report, const std::string& story) {
  return {report.id, report.copy_of, story, report.article.published, report.gist};
}

const std::string ferry = "ferry brandan aground muile coastguard captain laird fog lifeboat tug";
const std::string inquiry = "ferry brandan aground muile inquiry minister operator laird findings week";
const std::string strike = "ferry sorrel strike union wages harbour pickets minister talks week";

// Who is with whom, whatever the stories are called.
using Members = std::set<std::set<std::string>>;

Members members_of(const std::map<std::string, std::string>& story_of) {
  std::map<std::string, std::set<std::string>> groups;
  for (const auto& [report, story] : story_of) groups[story].insert(report);
  Members out;
  for (const auto& [story, group] : groups) out.insert(group);
  return out;
}

// Reads `reports` in lots of `lot`; the last that is told of each holds.
std::map<std::string, std::string> read(const std::vector<Report>& reports, size_t lot) {
  pool::Pool pool;
  std::map<std::string, std::string> story_of;
  for (size_t at = 0; at < reports.size(); at += lot) {
    const std::vector<Report> part(reports.begin() + at, reports.begin() + std::min(at + lot, reports.size()));
    const auto stories = placed(pool, part);
    for (size_t i = 0; i < part.size(); ++i) story_of[part[i].id] = stories[i];
    for (const Move& move : pool.moved()) story_of.at(move.report) = move.story;
  }
  return story_of;
}

// Matters of ten words each; every report has seven of one matter, some have three of the next one too.
std::vector<Report> many(size_t matters, size_t reports_each) {
  std::mt19937 random(7);
  std::vector<Report> reports;
  for (size_t matter = 0; matter < matters; ++matter) {
    for (size_t i = 0; i < reports_each; ++i) {
      std::string words;
      std::vector<int> order = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
      std::shuffle(order.begin(), order.end(), random);
      for (int k = 0; k < 7; ++k) words += "m" + std::to_string(matter) + "w" + std::to_string(order[k]) + " ";
      for (int k = 0; k < (i % 3 == 0 ? 3 : 0); ++k)
        words += "m" + std::to_string(matter + 1) + "w" + std::to_string(k) + " ";
      for (int k = 0; k < 3; ++k) words += "own" + std::to_string(random()) + " ";
      reports.push_back(report_of(words, "2025-11-0" + std::to_string(1 + i % 9)));
    }
  }
  return reports;
}

}  // namespace

TEST(Pool, ReportsOnOneMatterAreOfOneStory) {
  pool::Pool pool;
  const auto stories = placed(pool, {report_of(ferry), report_of(inquiry), report_of(strike)});
  EXPECT_EQ(stories[0], stories[1]);
  EXPECT_NE(stories[0], stories[2]);
}

TEST(Pool, AStoryIsNamedAfterItsFirstReportAndKeepsTheName) {
  pool::Pool pool;
  const auto first = report_of(ferry, "2025-11-01");
  const std::string story = placed(pool, {first}).front();
  EXPECT_EQ(story.substr(2), first.id.substr(2));
  EXPECT_EQ(placed(pool, {report_of(inquiry, "2025-10-31")}).front(), story);
  EXPECT_TRUE(pool.moved().empty());
}

TEST(Pool, WeeksLaterItIsAnotherStory) {
  pool::Pool pool;
  const auto stories = placed(pool, {report_of(ferry, "2025-11-01"), report_of(inquiry, "2025-12-20")});
  EXPECT_NE(stories[0], stories[1]);
}

TEST(Pool, ShortTextsNeedMoreThanAName) {
  pool::Pool pool;
  const auto stories = placed(pool, {report_of("brandan"), report_of("brandan laird"), report_of(ferry)});
  EXPECT_NE(stories[0], stories[1]);
  EXPECT_NE(stories[1], stories[2]);
}

TEST(Pool, WithoutAGistAReportIsAlone) {
  pool::Pool pool;
  Report one, other;
  one.id = "r-0000000000000001", other.id = "r-0000000000000002";
  const auto stories = placed(pool, {one, other});
  EXPECT_EQ(stories, (std::vector<std::string>{"s-0000000000000001", "s-0000000000000002"}));
}

TEST(Pool, ACopyIsOfTheStoryOfWhatItCopies) {
  pool::Pool pool;
  const auto original = report_of(ferry);
  const auto copy = report_of(strike, "2026-03-01", original.id);
  const auto stories = placed(pool, {copy, original});
  EXPECT_EQ(stories[0], stories[1]);
}

TEST(Pool, TheSameTextIsOfTheSameStory) {
  pool::Pool pool;
  const std::string story = placed(pool, {report_of(ferry)}).front();
  placed(pool, {report_of(inquiry)});
  EXPECT_EQ(placed(pool, {report_of(ferry)}).front(), story);
}

TEST(Pool, StoriesThatTurnOutToBeOneBecomeOneAndTheReportsThatMoveAreNamed) {
  pool::Pool pool;
  const std::string begin = "a1 a2 a3 a4 a5 a6 x1 x2 x3 x4 x5 x6", end = "b1 b2 b3 b4 b5 b6 y1 y2 y3 y4 y5 y6";
  const auto apart = placed(pool, {report_of(begin, "2025-11-01"), report_of(end, "2025-11-02")});
  EXPECT_NE(apart[0], apart[1]);
  const std::string all = "a1 a2 a3 a4 a5 a6 b1 b2 b3 b4 b5 b6";
  const std::string joined = placed(pool, {report_of(all, "2025-11-03"), report_of(all + " x1 y1", "2025-11-03"),
                                           report_of(all + " x2 y2", "2025-11-03")})[0];
  EXPECT_EQ(joined, apart[0]);
  const auto moved = pool.moved();
  ASSERT_EQ(moved.size(), 1u);
  EXPECT_EQ(moved[0].report, report_of(end).id);
  EXPECT_EQ(moved[0].story, apart[0]);
}

TEST(Pool, WhatIsRememberedIsAsIfItHadBeenPlaced) {
  pool::Pool first, later;
  const auto told = report_of(ferry);
  later.remember(account_of(told, placed(first, {told}).front()));
  EXPECT_EQ(placed(later, {report_of(inquiry)}), placed(first, {report_of(inquiry)}));
}

TEST(Pool, AnyOrderInAnyLotsGivesTheSameMembers) {
  auto reports = many(40, 9);
  const Members expected = members_of(read(reports, reports.size()));
  EXPECT_GE(expected.size(), 40u);
  EXPECT_LE(expected.size(), 80u);
  std::mt19937 random(11);
  for (const size_t lot : {size_t{1}, size_t{50}, reports.size() / 2, reports.size()}) {
    std::shuffle(reports.begin(), reports.end(), random);
    EXPECT_EQ(members_of(read(reports, lot)), expected) << "in lots of " << lot;
  }
}

}  // namespace coranto
