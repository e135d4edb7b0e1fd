#include "label/network.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "rooted.h"
#include "spacy_truth.h"

namespace coranto::label {
namespace {

// The package of the set-up, or that of CORANTO_MODEL; the truths of the tree, or those of the file CORANTO_TRUTH.
class NetworkTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const char* other = std::getenv("CORANTO_TRUTH");
    truth_ = new SpacyTruth(read_spacy_truth(other ? std::string(other) : rooted("/tests/label/written.tsv")));
    auto opened = Network::open(folder());
    if (opened.ok()) network_ = new Network(std::move(*opened));
    fault_ = opened.ok() ? "" : opened.error().text();
  }
  static void TearDownTestSuite() { delete network_, delete truth_; }
  void SetUp() override {
    if (!std::filesystem::exists(folder())) GTEST_SKIP() << "no model: run tools/setup.sh";
    ASSERT_TRUE(network_) << fault_;
    ASSERT_FALSE(truth_->documents.empty());
  }
  static std::string folder() {
    const char* other = std::getenv("CORANTO_MODEL");
    return other ? std::string(other) : rooted("/.deps/en_core_web_sm");
  }
  static SpacyTruth* truth_;
  static Network* network_;
  static inline std::string fault_;
};
SpacyTruth* NetworkTest::truth_ = nullptr;
Network* NetworkTest::network_ = nullptr;

std::string line_of(const SpacyTruth::Token& t) {
  return t.tag + " " + std::to_string(t.head) + " " + t.dep + (t.sentence_start ? " start " : " - ") + t.ner + " " +
         t.entity;
}

std::string line_of(const Network& network, const Analysis& a, size_t i) {
  return line_of({network.tags()[a.tag[i]], network.deps()[a.dep[i]],
                  a.ner[i] == 'O' ? "-" : network.entities()[a.entity[i]], a.head[i], a.sentence_start[i] != 0,
                  a.ner[i]});
}

void expect_equal(const Analysis& a, const Analysis& b) {
  EXPECT_EQ(a.tag, b.tag);
  EXPECT_EQ(a.head, b.head);
  EXPECT_EQ(a.dep, b.dep);
  EXPECT_EQ(a.sentence_start, b.sentence_start);
  EXPECT_EQ(a.ner, b.ner);
  EXPECT_EQ(a.entity, b.entity);
}

}  // namespace

TEST_F(NetworkTest, SaysWhatSpacySays) {
  const auto analyses = network_->analyse(truth_->documents);
  for (size_t d = 0; d < analyses.size(); ++d) {
    for (size_t i = 0; i < truth_->tokens[d].size(); ++i) {
      EXPECT_EQ(line_of(*network_, analyses[d], i), line_of(truth_->tokens[d][i])) << "text " << d << " token " << i;
    }
  }
}

TEST_F(NetworkTest, ADocumentDoesNotDependOnItsBatch) {
  auto documents = truth_->documents;
  documents.insert(documents.begin() + 1, std::vector<Features>());       // an empty one
  documents.push_back({documents[0].begin(), documents[0].begin() + 1});  // a single token
  const auto together = network_->analyse(documents);
  for (size_t d = 0; d < documents.size(); ++d) {
    expect_equal(together[d], network_->analyse(std::span(&documents[d], 1))[0]);
  }
}

TEST_F(NetworkTest, ThreadsShareIt) {
  const auto expected = network_->analyse(truth_->documents);
  auto fresh = Network::open(folder());  // all fill its empty caches at once
  ASSERT_TRUE(fresh.ok());
  std::vector<std::vector<Analysis>> got(4);
  std::vector<std::thread> threads;
  for (auto& analyses : got) threads.emplace_back([&] { analyses = fresh->analyse(truth_->documents); });
  for (auto& thread : threads) thread.join();
  for (const auto& analyses : got) {
    for (size_t d = 0; d < expected.size(); ++d) expect_equal(analyses[d], expected[d]);
  }
}

TEST(Network, NamesWhatIsMissing) {
  const auto opened = Network::open("/nowhere");
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().code, Code::model);
  EXPECT_EQ(opened.error().where, "/nowhere/config.cfg");
}

}  // namespace coranto::label
