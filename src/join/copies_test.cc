// Edited copies among the reports of bench/texts: each is found again, and no two reports are put together.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "join/join.h"
#include "rooted.h"

namespace coranto {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> texts() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(rooted("/bench/texts"))) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> out;
  for (const fs::path& path : paths) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    if (text.str().size() > 1000) out.push_back(text.str());
  }
  return out;
}

Article article(const std::string& text, size_t carrier) {
  Article made;
  made.text = text;
  made.source = "carrier " + std::to_string(carrier);
  return made;
}

std::vector<Report> joined(const std::vector<std::string>& texts) {
  std::vector<Article> articles;
  for (const std::string& text : texts) articles.push_back(article(text, articles.size()));
  return join::Joiner().join(std::move(articles));
}

std::string misread(std::string text, double share) {
  std::mt19937 draw(1);
  for (char& c : text) {
    if (c != ' ' && c != '\n' && draw() < share * 4294967296.0) c = static_cast<char>('a' + draw() % 26);
  }
  return text;
}

std::string begin_of(const std::string& text, double share) {
  return text.substr(0, static_cast<size_t>(static_cast<double>(text.size()) * share));
}

std::string rest_of(const std::string& text, double share) { return text.substr(begin_of(text, share).size()); }

// Of each text one copy made by `edit`, given the text and another one: the share of copies that name their original.
template <typename Edit>
double found_share(Edit edit) {
  const auto originals = texts();
  auto all = originals;
  for (size_t i = 0; i < originals.size(); ++i)
    all.push_back(edit(originals[i], originals[(i + 7) % originals.size()]));
  const auto reports = joined(all);
  size_t found = 0;
  for (size_t i = 0; i < originals.size(); ++i) found += reports[originals.size() + i].copy_of == reports[i].id;
  return static_cast<double>(found) / static_cast<double>(originals.size());
}

}  // namespace

TEST(Copies, DifferentReportsAreApart) {
  for (const Report& report : joined(texts())) EXPECT_EQ(report.copy_of, "") << report.article.text;
}

TEST(Copies, Misread) {
  EXPECT_EQ(found_share([](auto text, auto) { return misread(text, 0.03); }), 1);
  EXPECT_GT(found_share([](auto text, auto) { return misread(text, 0.08); }), 0.97);
}

TEST(Copies, Cut) {
  EXPECT_EQ(found_share([](auto text, auto) { return begin_of(text, 0.5); }), 1);
  EXPECT_GT(found_share([](auto text, auto) { return begin_of(text, 0.25); }), 0.97);
}

TEST(Copies, WithAnotherLead) {
  EXPECT_GT(found_share([](auto text, auto other) { return begin_of(other, 0.3) + "\n\n" + rest_of(text, 0.3); }),
            0.97);
}

TEST(Copies, WithParagraphsOfAnother) {
  EXPECT_GT(found_share([](auto text, auto other) { return text + "\n\n" + begin_of(other, 0.3); }), 0.97);
}

TEST(Copies, TwoReportsInOneAreNeithersCopy) {
  const auto all = texts();
  for (size_t i = 0; i + 1 < 20; i += 2) {
    const auto reports = joined({all[i], all[i + 1], begin_of(all[i], 0.9) + "\n\n" + begin_of(all[i + 1], 0.9)});
    EXPECT_EQ(reports[1].copy_of, "");
    const double share = static_cast<double>(all[i].size()) / static_cast<double>(all[i].size() + all[i + 1].size());
    if (share > 0.3 && share < 0.7) {
      EXPECT_EQ(reports[2].copy_of, "") << i;
    }
  }
}

TEST(Copies, SharedNoticesJoinNobody) {
  auto all = texts();
  const std::string notice = begin_of(all.back(), 0.2);
  all.pop_back();
  for (std::string& text : all) text = begin_of(text, 0.6) + "\n\n" + notice;
  for (const Report& report : joined(all)) EXPECT_EQ(report.copy_of, "") << report.article.text;
}

TEST(Copies, ShortReportsInOneFrameAreApart) {
  const auto originals = texts();
  const std::string frame = begin_of(originals.back(), 0.25);
  std::vector<std::string> all;
  for (size_t i = 0; i < 12; ++i) all.push_back(frame + "\n\n" + originals[i].substr(0, 250) + "\n\n" + frame);
  for (const Report& report : joined(all)) EXPECT_EQ(report.copy_of, "") << report.article.text;
}

TEST(Copies, FormsFilledInAnewAreApart) {
  const auto form = [](int a, int b, int c, int d) {
    const auto figure = [](int n) { return std::to_string(n); };
    return "The weather office in Hallby forecasts sunshine for the coming day, with a high of " + figure(a) +
           " degrees in the valley and a low of " + figure(b) + " on the heights. Wind from the west at " + figure(c) +
           " kilometres an hour is expected towards the evening. The chance of rain stands at " + figure(d) +
           " percent. Drivers are asked to keep to the signs on the pass, which stays open all night.";
  };
  const auto reports =
      joined({form(21, 9, 14, 35), form(17, 4, 30, 60), form(25, 12, 8, 5), form(25, 12, 8, 5) + " Ends."});
  EXPECT_EQ(reports[1].copy_of, "");
  EXPECT_EQ(reports[2].copy_of, "");
  EXPECT_EQ(reports[3].copy_of, reports[2].id);
}

TEST(Copies, TwoReportsInOneDoNotJoinThemLater) {
  const auto all = texts();
  const std::string both = begin_of(all[0], 0.9) + "\n\n" + begin_of(all[1], 0.9);
  join::Joiner joiner;
  EXPECT_EQ(joiner.join(article(all[0], 0)).copy_of, "");
  joiner.join(article(both, 1));
  EXPECT_EQ(joiner.join(article(all[1], 2)).copy_of, "");
}

// A text of a script without spaces: letters drawn anew for each seed.
std::string han(unsigned seed, size_t letters) {
  std::mt19937 draw(seed);
  std::string out;
  for (size_t i = 0; i < letters; ++i) {
    const uint32_t point = 0x4E00 + draw() % 3000;
    out += static_cast<char>(0xE0 | point >> 12);
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
    if (i % 20 == 19) out += "，";
  }
  return out;
}

TEST(Copies, WithoutSpacesCopiesAreFoundAndNoticesJoinNobody) {
  std::vector<std::string> all;
  for (unsigned i = 0; i < 12; ++i) all.push_back(han(i, 400) + "\n\n" + han(100, 120));
  all.push_back(han(3, 200));
  const auto reports = joined(all);
  for (size_t i = 0; i < 12; ++i) EXPECT_EQ(reports[i].copy_of, "") << i;
  EXPECT_EQ(reports[12].copy_of, reports[3].id);
}

TEST(Copies, CaptionsAndTeasersAreNotJoinedByTheirFurniture) {
  const auto originals = texts();
  std::vector<std::string> all;
  for (size_t i = 0; i < 12; ++i) {
    all.push_back(originals[i].substr(0, 70) + "\n\nPhoto: Mara Lind for the Hallby Courier, all rights reserved");
    all.push_back(originals[i + 20].substr(0, 70) +
                  "\n\nRead more in our live coverage of the day, updated by the minute");
  }
  for (const Report& report : joined(all)) EXPECT_EQ(report.copy_of, "") << report.article.text;
}

TEST(Copies, PagesOfBoilerplateAloneAreNotJoinedByIt) {
  const auto originals = texts();
  const std::string notice = begin_of(originals.back(), 0.3);
  std::vector<std::string> all;
  for (size_t i = 0; i < 12; ++i) all.push_back(originals[i].substr(0, 200) + "\n\n" + notice);
  for (const Report& report : joined(all)) EXPECT_EQ(report.copy_of, "") << report.article.text;
}

using Partition = std::vector<std::vector<std::string>>;

// The ids of those joined with each other when the parts are read one after the other.
Partition groups(const std::vector<std::vector<std::string>>& parts) {
  std::map<std::string, std::vector<std::string>> by_original;
  join::Joiner joiner;
  size_t carrier = 0;
  for (const auto& part : parts) {
    std::vector<Article> articles;
    for (const std::string& text : part) articles.push_back(article(text, carrier++));
    for (const Report& report : joiner.join(std::move(articles))) {
      by_original[report.copy_of.empty() ? report.id : report.copy_of].push_back(report.id);
    }
  }
  Partition out;
  for (auto& [id, members] : by_original) std::sort(members.begin(), members.end()), out.push_back(members);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> families() {
  std::vector<std::string> all = texts();
  all.resize(40);
  for (size_t i = 0; i < 40; ++i) all.push_back(begin_of(all[i], 0.4)), all.push_back(rest_of(all[i], 0.5));
  return all;
}

TEST(Copies, TheOrderOfABatchDoesNotChangeWhoIsJoined) {
  std::vector<std::string> all = families();
  const auto first = groups({all});
  std::mt19937 draw(2);
  for (int i = 0; i < 3; ++i) {
    std::shuffle(all.begin(), all.end(), draw);
    EXPECT_EQ(groups({all}), first);
  }
}

// Originals and their beginnings; a family all of whose members share words does not hang on which came first.
TEST(Copies, TheOrderOfReadsDoesNotChangeWhoIsJoined) {
  std::vector<std::string> all = texts();
  all.resize(40);
  for (size_t i = 0; i < 40; ++i) all.push_back(begin_of(all[i], 0.4)), all.push_back(misread(all[i], 0.02));
  const auto first = groups({all});
  std::mt19937 draw(3);
  for (int i = 0; i < 3; ++i) {
    std::shuffle(all.begin(), all.end(), draw);
    const auto middle = all.begin() + 50;
    const std::vector<std::string> one(all.begin(), middle), other(middle, all.end());
    EXPECT_EQ(groups({one, other}), first);
    EXPECT_EQ(groups({other, one}), first);
  }
}

}  // namespace coranto
