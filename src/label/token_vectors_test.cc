// A long document's vectors, made a stretch at a time, are those of its one matrix, bit by bit.
#include "label/token_vectors.h"

#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>

#include "rooted.h"

namespace coranto::label {

TEST(TokenVectors, AreThoseOfTheWholeDocument) {
  const std::string path = rooted("/.deps/en_core_web_sm/tok2vec/model");
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no model: run tools/setup.sh";
  auto file = ModelFile::open(path);
  ASSERT_TRUE(file);
  const Tok2Vec tok2vec(*file, nullptr);
  ASSERT_TRUE(file->status());
  std::vector<Features> document(5000);
  for (size_t i = 0; i < document.size(); ++i) document[i].norm = document[i].shape = i * i % 977;
  Tok2Vec::Scratch scratch;
  const size_t width = tok2vec.width();
  const float* whole = tok2vec.encode(std::span(&document, 1), scratch) + tok2vec.padding() * width;
  TokenVectors::Scratch stretches;
  TokenVectors made(tok2vec, document, stretches);
  const auto equal = [&](size_t first, size_t count) {
    return std::memcmp(made.rows(first, count), whole + first * width, count * width * sizeof(float)) == 0;
  };
  for (size_t first = 0; first < document.size(); first += 64) {
    EXPECT_TRUE(equal(first, std::min<size_t>(64, document.size() - first))) << first;
    for (const size_t back : {size_t{0}, size_t{3}, first / 2, first}) EXPECT_TRUE(equal(back, 1)) << back;
  }
  EXPECT_TRUE(equal(document.size() - 1, 1));
}

}  // namespace coranto::label
