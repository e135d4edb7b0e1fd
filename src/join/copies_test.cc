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
  for (size_t i = 0; i < originals.size(); ++i) all.push_back(edit(originals[i], originals[(i + 7) % originals.size()]));
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
  EXPECT_GT(found_share([](auto text, auto other) { return begin_of(other, 0.3) + "\n\n" + rest_of(text, 0.3); }), 0.97);
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

TEST(Copies, TheOrderOfABatchDoesNotChangeWhoIsJoined) {
  std::vector<std::string> all = texts();
  all.resize(40);
  for (size_t i = 0; i < 40; ++i) all.push_back(begin_of(all[i], 0.4)), all.push_back(rest_of(all[i], 0.5));
  const auto groups = [](const std::vector<std::string>& batch) {
    std::map<std::string, std::vector<std::string>> by_original;
    for (const Report& report : joined(batch)) {
      by_original[report.copy_of.empty() ? report.id : report.copy_of].push_back(report.id);
    }
    std::vector<std::vector<std::string>> out;
    for (auto& [id, members] : by_original) std::sort(members.begin(), members.end()), out.push_back(members);
    std::sort(out.begin(), out.end());
    return out;
  };
  const auto first = groups(all);
  std::mt19937 draw(2);
  for (int i = 0; i < 3; ++i) {
    std::shuffle(all.begin(), all.end(), draw);
    EXPECT_EQ(groups(all), first);
  }
}

}  // namespace coranto
