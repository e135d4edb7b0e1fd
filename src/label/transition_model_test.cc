#include "label/transition_model.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "label/names.h"
#include "label/parser.h"
#include "rooted.h"

namespace coranto::label {
namespace {

constexpr uint32_t width = 96;

std::string package() { return rooted("/.deps/en_core_web_sm"); }

Floats random_vectors(size_t tokens) {
  std::mt19937 random(1);
  std::normal_distribution<float> normal;
  Floats vectors(tokens * width);
  for (size_t i = 0; i < vectors.size(); ++i) vectors[i] = normal(random);
  return vectors;
}

class TransitionModelTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(package())) GTEST_SKIP() << "no model: run tools/setup.sh";
  }
};

}  // namespace

// A token's features depend on its vector alone, whether they were kept or made again.
TEST_F(TransitionModelTest, FarTokensScoreAsNearOnes) {
  auto file = ModelFile::open(package() + "/parser/model");
  ASSERT_TRUE(file.ok());
  const TransitionModel model(*file, 8, width);
  const Floats vectors = random_vectors(1000);
  const int32_t context[8] = {990, 991, 970, 600, 5, 4, 600, -1};
  Floats few(8 * width);
  int32_t close[8];
  for (int i = 0; i < 8; ++i) {
    close[i] = context[i] < 0 ? -1 : i;
    if (context[i] >= 0) std::copy_n(vectors.data() + context[i] * width, width, few.data() + i * width);
  }
  TransitionModel::Scratch far_scratch, near_scratch;
  TokenVectors all(vectors.data(), width), chosen(few.data(), width);
  model.start(all, 1000, far_scratch);
  model.start(chosen, 8, near_scratch);
  const float *far = model.scores(context, far_scratch), *near = model.scores(close, near_scratch);
  for (uint32_t m = 0; m < model.moves(); ++m) EXPECT_EQ(far[m], near[m]);
}

// Whatever bytes a model file holds, it is refused or it parses: it never crashes and never hangs.
TEST_F(TransitionModelTest, SurvivesDamagedModels) {
  std::ifstream in(package() + "/parser/model", std::ios::binary);
  const std::string sound((std::istreambuf_iterator<char>(in)), {});
  const std::string path = testing::TempDir() + "coranto_damaged_model";
  const Floats floats = random_vectors(30);
  TokenVectors vectors(floats.data(), width);
  const std::vector<Features> tokens(30);
  std::mt19937 random(2);
  size_t refused = 0;
  for (int round = 0; round < 150; ++round) {
    std::string bytes = sound;
    const size_t reach = round % 3 == 0 ? bytes.size() : 2500;  // the head says what the rest is
    for (int i = 0; i < 8; ++i) bytes[random() % reach] = static_cast<char>(random());
    if (round % 10 == 0) bytes.resize(random() % bytes.size());
    std::ofstream(path, std::ios::binary) << bytes;
    auto file = ModelFile::open(path);
    if (!file) {
      ++refused;
      continue;
    }
    auto parser = Parser::open(package() + "/parser", *file, width);
    refused += !parser.ok();
    if (!parser) continue;
    Parser::Scratch scratch;
    Analysis out;
    parser->parse(vectors, tokens, scratch, out);
    for (uint32_t head : out.head) ASSERT_LT(head, tokens.size());
  }
  EXPECT_GT(refused, 20u);
  EXPECT_LT(refused, 150u);
  std::filesystem::remove(path);
}

}  // namespace coranto::label
