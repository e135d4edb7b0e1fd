#include "label/label.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "base/tsv.h"
#include "label/conllu.h"
#include "rooted.h"

namespace coranto::label {
namespace {

namespace fs = std::filesystem;
const std::string package = rooted("/.deps/en_core_web_sm");

std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

std::vector<fs::path> texts() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(rooted("/tests/label/texts"))) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

class LabelTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto opened = Labeller::open(package);
    if (opened.ok()) labeller_ = new Labeller(std::move(*opened));
    fault_ = opened.ok() ? "" : opened.error().text();
  }
  static void TearDownTestSuite() { delete labeller_; }
  void SetUp() override {
    if (!fs::exists(package)) GTEST_SKIP() << "no model: run tools/setup.sh";
    ASSERT_TRUE(labeller_) << fault_;
  }
  static inline Labeller* labeller_ = nullptr;
  static inline std::string fault_;
};

// Tokens, equal tokens in each column from the second (lemma) on, and differences in words.
struct Comparison {
  size_t tokens = 0;
  std::array<size_t, 10> equal{};
  std::string differences;

  void add(const std::string& name, const std::string& ours, const std::string& spacys) {
    const auto a = split(ours, '\n'), b = split(spacys, '\n');
    ASSERT_EQ(a.size(), b.size()) << name << ": tokens or sentences differ";
    for (size_t i = 0; i < a.size(); ++i) {
      const auto mine = split(a[i], '\t'), yours = split(b[i], '\t');
      ASSERT_EQ(mine.size(), yours.size()) << name << " line " << i + 1;
      if (mine.size() < 10) continue;
      ASSERT_EQ(mine[1], yours[1]) << name << " line " << i + 1;
      ++tokens;
      for (size_t c = 0; c < 10; ++c) equal[c] += mine[c] == yours[c];
      if (mine != yours) differences += name + "\n  " + a[i] + "\n  " + b[i] + "\n";
    }
  }
};

TEST_F(LabelTest, EqualsSpacysStoredAnalyses) {
  Comparison all;
  for (const fs::path& path : texts()) {
    const std::string name = path.stem().string(), text = slurp(path);
    all.add(name, conllu(labeller_->label(text), name, Conllu::lines),
            slurp(rooted("/tests/label/spacy/") + name + ".conllu"));
  }
  EXPECT_GT(all.tokens, 9000u);
  for (size_t c = 0; c < 10; ++c)
    EXPECT_GE(static_cast<double>(all.equal[c]), 0.9995 * static_cast<double>(all.tokens)) << "column " << c + 1;
  if (!all.differences.empty()) std::cout << all.differences;
}

TEST_F(LabelTest, ABatchAndManyThreadsGiveTheSame) {
  std::vector<std::string> held;
  for (const fs::path& path : texts()) held.push_back(slurp(path));
  const std::vector<std::string_view> views(held.begin(), held.end());
  std::vector<std::string> single;
  for (const std::string_view view : views) single.push_back(conllu(labeller_->label(view), ""));
  std::vector<std::string> problems(4);
  std::vector<std::thread> threads;
  for (size_t t = 0; t < problems.size(); ++t)
    threads.emplace_back([&, t] {
      const auto documents = labeller_->label(views);
      for (size_t i = 0; i < views.size(); ++i)
        if (conllu(documents[i], "") != single[i]) problems[t] += texts()[i].string() + " ";
    });
  for (auto& thread : threads) thread.join();
  for (const auto& problem : problems) EXPECT_EQ(problem, "");
}

TEST_F(LabelTest, BytesThatAreNoTextDoNoHarm) {
  const std::string broken = "He said \xFF\xFE(\xC3 and\xE2\x82 left.\xF0\x9F";
  const auto document = labeller_->label(broken);
  std::string joined;
  for (const Token& token : document.tokens) joined.append(token.text).append(token.space_after ? " " : "");
  EXPECT_EQ(joined, broken);
}

TEST_F(LabelTest, EdgesSpanTheSubtree) {
  const auto document = labeller_->label("The judge who had fined him twice resigned on Monday.");
  EXPECT_EQ(document[1].text, "judge");
  EXPECT_EQ(document[1].left_edge, 0u);
  EXPECT_EQ(document[1].right_edge, 6u);
}

TEST_F(LabelTest, WhiteSpaceIsDepEvenAsARoot) {
  const auto document = labeller_->label("  of THE lAS\u1680HKA");
  EXPECT_TRUE(document.is_root(0));
  EXPECT_EQ(document[0].dep, "dep");
}

// A copy of the package in which one file is missing, cut short or changed.
class BrokenPackage : public LabelTest {
 protected:
  void SetUp() override {
    LabelTest::SetUp();
    if (IsSkipped()) return;
    folder_ = fs::temp_directory_path() / ("coranto-package-" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    fs::copy(package, folder_, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& file, const std::string& bytes) {
    std::ofstream(folder_ / file, std::ios::binary) << bytes;
  }
  std::string fault() {
    const auto opened = Labeller::open(folder_.string());
    if (opened.ok()) return "";
    EXPECT_EQ(opened.error().code, Code::model);
    return opened.error().text();
  }
  fs::path folder_;
};

TEST_F(BrokenPackage, MissingAndTruncatedFilesAreNamed) {
  for (const std::string file : {"config.cfg", "meta.json", "tokenizer", "attribute_ruler/patterns",
                                 "lemmatizer/lookups/lookups.bin", "vocab/lookups.bin", "tok2vec/model", "ner/moves"}) {
    const std::string whole = slurp(folder_ / file);
    if (file != "config.cfg") {
      write(file, whole.substr(0, whole.size() / 2));
      EXPECT_NE(fault().find(file), std::string::npos) << file << " truncated: " << fault();
    }
    if (file != "vocab/lookups.bin") {  // a package may have none
      fs::remove(folder_ / file);
      EXPECT_NE(fault().find(file), std::string::npos) << file << " missing: " << fault();
    }
    write(file, whole);
  }
  EXPECT_EQ(fault(), "");
}

TEST_F(BrokenPackage, OtherLanguagesAndVersionsAreRefused) {
  write("meta.json", R"({"lang":"de","name":"x","version":"3.8.0","spacy_version":">=3.8.0,<3.9.0"})");
  EXPECT_NE(fault().find("language \"de\""), std::string::npos) << fault();
  write("meta.json", R"({"lang":"en","name":"x","version":"3.4.0","spacy_version":">=3.4.0,<3.5.0"})");
  EXPECT_NE(fault().find("spaCy >=3.4.0"), std::string::npos) << fault();
  fs::remove_all(folder_);
  EXPECT_NE(fault().find("no such folder"), std::string::npos) << fault();
}

}  // namespace
}  // namespace coranto::label
