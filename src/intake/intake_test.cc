#include "intake/intake.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/database.h"

namespace coranto {
namespace {

namespace fs = std::filesystem;

intake::Options dated(const std::string& day) {
  intake::Options options;
  options.published = day;
  return options;
}

intake::Options isolated() {
  intake::Options options;
  options.isolated = true;
  return options;
}

intake::Options limited(size_t longest_line, size_t largest_file) {
  intake::Options options;
  options.longest_line = longest_line;
  options.largest_file = largest_file;
  return options;
}

class Intake : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("coranto-intake-" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) {
    const auto path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  void read(const std::string& path, const intake::Options& options = {}) {
    pages_.clear();
    errors_.clear();
    intake::read(
        {path}, options, [this](Page page) { pages_.push_back(std::move(page)); },
        [this](Error error) { errors_.push_back(std::move(error)); });
  }

  // The one error that reading `path` gives, and no page.
  Error error(const std::string& path, const intake::Options& options = {}) {
    read(path, options);
    EXPECT_TRUE(pages_.empty()) << path;
    EXPECT_EQ(errors_.size(), 1u) << path;
    return errors_.empty() ? Error{} : errors_[0];
  }

  fs::path folder_;
  std::vector<Page> pages_;
  std::vector<Error> errors_;
};

}  // namespace

TEST_F(Intake, AFolderIsReadWholeInByteOrder) {
  write("b.txt", "second");
  write("a/z.txt", "first");
  write(".hidden.txt", "no");
  write(".git/x.txt", "no");
  write("b.json", R"({"published":"2025-11-01"})");
  read(folder_);
  ASSERT_EQ(pages_.size(), 2u);
  EXPECT_TRUE(errors_.empty());
  EXPECT_EQ(pages_[0].text, "first");
  EXPECT_EQ(pages_[0].published, "");
  EXPECT_EQ(pages_[1].source, (folder_ / "b.txt").native());
  EXPECT_EQ(pages_[1].published, "2025-11-01");
  EXPECT_EQ(pages_[1].published_from, DateSource::metadata);
}

TEST_F(Intake, AGivenDateHoldsWhereTheInputHasNone) {
  write("a.txt", "x");
  write("b.txt", "x");
  write("b.json", R"({"published":"2025-11-01T08:00:00Z"})");
  read(folder_, dated("2024-01-02"));
  ASSERT_EQ(pages_.size(), 2u);
  EXPECT_EQ(pages_[0].published, "2024-01-02");
  EXPECT_EQ(pages_[0].published_from, DateSource::given);
  EXPECT_EQ(pages_[1].published, "2025-11-01");
}

TEST_F(Intake, LineEndsAndByteOrderMarkAreMadePlainUnlessIsolated) {
  const std::string bytes = "\xEF\xBB\xBFone\r\ntwo\rthree\n";
  const auto path = write("a.txt", bytes);
  read(path);
  ASSERT_EQ(pages_.size(), 1u);
  EXPECT_EQ(pages_[0].text, "one\ntwo\nthree\n");
  read(path, isolated());
  ASSERT_EQ(pages_.size(), 1u);
  EXPECT_EQ(pages_[0].text, bytes);
}

TEST_F(Intake, JsonLinesGiveAPageEach) {
  const auto path =
      write("a.jsonl", R"({"text":"one","source":"https://example.org/1","title":"T","published":"2025-11-01"})"
                       "\n\n"
                       R"({"text":"two\nlines","other":[1,2]})"
                       "\n");
  read(path);
  ASSERT_EQ(pages_.size(), 2u);
  EXPECT_EQ(pages_[0].source, "https://example.org/1");
  EXPECT_EQ(pages_[0].title, "T");
  EXPECT_EQ(pages_[0].published, "2025-11-01");
  EXPECT_EQ(pages_[1].source, path + ":3");
  EXPECT_EQ(pages_[1].text, "two\nlines");
}

TEST_F(Intake, ABrokenJsonLineIsNamedAndTheOthersAreRead) {
  const auto path = write("a.jsonl",
                          "{\"text\":\"one\"}\n{\"text\":\n[1]\n{\"text\":2}\n{\"title\":\"no text\"}\n"
                          "{\"text\":\"x\",\"published\":\"yesterday\"}\n{\"text\":\"two\"}");
  read(path);
  EXPECT_EQ(pages_.size(), 2u);
  ASSERT_EQ(errors_.size(), 5u);
  for (size_t i = 0; i < errors_.size(); ++i) EXPECT_EQ(errors_[i].where, path + ":" + std::to_string(i + 2));
  EXPECT_EQ(errors_[0].code, Code::malformed);
  EXPECT_EQ(errors_[3].code, Code::empty);
}

TEST_F(Intake, WhatIsNoTextIsAnErrorThatSaysWhy) {
  EXPECT_EQ(error(folder_ / "none.txt").code, Code::not_found);
  EXPECT_EQ(error(folder_).code, Code::empty);
  EXPECT_EQ(error(write("empty.txt", "")).code, Code::empty);
  EXPECT_EQ(error(write("blank.txt", " \r\n\t\n")).code, Code::empty);
  EXPECT_EQ(error(write("nul.txt", std::string("text\0text", 9))).code, Code::binary);
  EXPECT_EQ(error(write("controls.txt", "\x01\x02\x03\x04 a\x05\x06")).code, Code::binary);
  EXPECT_EQ(error(write("bad.json", "{")).code, Code::malformed);
}

TEST_F(Intake, TextWithAByteOrderMarkOfUtf16IsRead) {
  read(write("utf16.txt", std::string("\xFF\xFEh\0i\0", 6)));
  ASSERT_EQ(pages_.size(), 1u);
  EXPECT_EQ(pages_[0].text, "hi");
}

TEST_F(Intake, AJsonArrayGivesAPageEach) {
  const auto path = write(
      "a.json", R"([ {"text":"one [1], \"so\""}, {"body":"no"},3,{"html":"<p>two</p>","url":"https://example.org/"}])");
  read(path);
  ASSERT_EQ(pages_.size(), 2u);
  EXPECT_EQ(pages_[0].text, "one [1], \"so\"");
  EXPECT_EQ(pages_[0].source, path + ":1");
  EXPECT_EQ(pages_[1].source, "https://example.org/");
  EXPECT_EQ(pages_[1].html, "<p>two</p>");
  ASSERT_EQ(errors_.size(), 2u);
  EXPECT_EQ(errors_[0].where, path + ":2");
  EXPECT_EQ(error(write("b.json", "[{\"text\":\"x\"")).message, "the array is not closed");
  EXPECT_EQ(error(write("c.json", "[]")).code, Code::empty);
}

TEST_F(Intake, FieldsMayHaveOtherNames) {
  intake::Options options;
  options.selection.fields = {.text = "body", .source = "id", .url = "link", .title = "headline", .published = "date"};
  read(write("a.jsonl", R"({"body":"one","headline":"H","date":"2025-11-01","link":"https://example.org/1","text":1})"),
       options);
  ASSERT_EQ(pages_.size(), 1u);
  EXPECT_EQ(pages_[0].title, "H");
  EXPECT_EQ(pages_[0].published, "2025-11-01");
  EXPECT_EQ(pages_[0].source, "https://example.org/1");
  const auto path = write("a.csv", "headline;body\nH;\"one\ntwo\"\nonly\nI;three\n");
  read(path, options);
  ASSERT_EQ(pages_.size(), 2u);
  EXPECT_EQ(pages_[0].text, "one\ntwo");
  EXPECT_EQ(pages_[1].title, "I");
  ASSERT_EQ(errors_.size(), 1u);
  EXPECT_EQ(errors_[0].text(), path + ":4: has 1 cells, the first row 2");
  EXPECT_NE(error(path).message.find("has no column `text` or `html`, only: headline, body"), std::string::npos);
}

TEST_F(Intake, ColumnsOfParquetAreRead) {
  auto database = Database::open(":memory:", {});
  ASSERT_TRUE(database.ok());
  const std::string path = folder_ / "a[1].parquet";
  ASSERT_TRUE(database
                  ->run("copy (select 'text ' || i as body, date '2025-11-01' as published, ['A', 'B'] as byline, "
                        "encode('<p>x</p>') as raw from range(5000) t(i)) to " +
                        sql_quoted(path) + " (format parquet)")
                  .ok());
  intake::Options options;
  options.selection.fields.text = "body";
  read(path, options);
  EXPECT_TRUE(errors_.empty());
  ASSERT_EQ(pages_.size(), 5000u);
  EXPECT_EQ(pages_[4999].text, "text 4999");
  EXPECT_EQ(pages_[4999].source, path + ":5000");
  EXPECT_EQ(pages_[0].published, "2025-11-01");
  EXPECT_EQ(pages_[0].byline, (std::vector<std::string>{"A", "B"}));
  options.selection.fields.text = "none";
  options.selection.fields.html = "raw";
  read(path, options);
  ASSERT_EQ(pages_.size(), 5000u);
  EXPECT_EQ(pages_[0].html, "<p>x</p>");
  EXPECT_EQ(error(write("b.parquet", "PAR1 and no more")).code, Code::malformed);
  EXPECT_EQ(error(write("c.parquet", "text")).code, Code::malformed);
}

TEST_F(Intake, ShardsTogetherAreTheWholeAndTheLimitEnds) {
  std::string lines;
  for (int i = 0; i < 100; ++i) lines += i % 10 ? "{\"text\":\"" + std::to_string(i) + "\"}\n" : "broken\n";
  write("lines.jsonl", lines);
  for (int i = 0; i < 20; ++i) write("p" + std::to_string(i) + ".txt", i % 5 ? "text" : "");
  size_t pages = 0, errors = 0;
  for (uint32_t shard = 1; shard <= 3; ++shard) {
    intake::Options options;
    options.selection.shard = {shard, 3};
    read(folder_, options);
    EXPECT_GT(pages_.size(), 10u);
    pages += pages_.size();
    errors += errors_.size();
  }
  EXPECT_EQ(pages, 90u + 16u);
  EXPECT_EQ(errors, 10u + 4u);
  intake::Options options;
  options.selection.limit = 7;
  read(folder_, options);
  EXPECT_EQ(pages_.size(), 7u);
}

TEST_F(Intake, InvalidUtf8IsNamedByByteAndLine) {
  const auto path = write("latin.txt", "one\ntwo caf\xE9 x\n");
  const auto found = error(path);
  EXPECT_EQ(found.code, Code::encoding);
  EXPECT_EQ(found.where, path + ":2");
  EXPECT_NE(found.message.find("0xE9 at byte 11"), std::string::npos) << found.message;
}

TEST_F(Intake, LinesAndFilesOverTheLimitAreErrors) {
  const auto path = write("long.txt", "one\n" + std::string(50u << 20, 'x') + "\n");
  EXPECT_EQ(error(path).code, Code::too_large);
  EXPECT_EQ(errors_[0].where, path + ":2");
  EXPECT_EQ(error(path, limited(16u << 20, 1000)).code, Code::too_large);
  const auto lines = write("long.jsonl", "{\"text\":\"" + std::string(3000, 'x') + "\"}\n{\"text\":\"one\"}\n");
  read(lines, limited(1000, 256u << 20));
  EXPECT_EQ(pages_.size(), 1u);
  ASSERT_EQ(errors_.size(), 1u);
  EXPECT_EQ(errors_[0].where, lines + ":1");
}

TEST_F(Intake, ABrokenSidecarIsAnError) {
  const auto path = write("a.txt", "text");
  const auto sidecar = write("a.json", R"({"published":"soon"})");
  EXPECT_EQ(error(path).where, sidecar);
}

TEST_F(Intake, AFolderThatCannotBeReadIsAnErrorAndTheOthersAreRead) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  write("a.txt", "one");
  write("closed/b.txt", "two");
  fs::permissions(folder_ / "closed", fs::perms::none);
  read(folder_);
  fs::permissions(folder_ / "closed", fs::perms::owner_all);
  EXPECT_EQ(pages_.size(), 1u);
  ASSERT_EQ(errors_.size(), 1u);
  EXPECT_EQ(errors_[0].code, Code::unreadable);
}

}  // namespace coranto
