#include "label/narrow.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "label/kernels.h"

namespace coranto::label {
namespace {

constexpr uint32_t width = 96;

Floats random_floats(size_t size, uint32_t seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal;
  Floats floats(size);
  for (size_t i = 0; i < size; ++i) floats[i] = normal(random);
  return floats;
}

// 70 rows of a layer with that many pieces.
struct Layer {
  static constexpr size_t rows = 70;
  uint32_t pieces;
  Floats weights = random_floats(size_t{width} * pieces * 3 * width, 1), bias = random_floats(size_t{width} * pieces, 2);
  Floats x = random_floats((rows + 2) * width, 3);

  Floats run(const NarrowKernels& kernels, Precision precision) const {
    const NarrowWeights narrow = pack_narrow(precision, weights.data(), bias.data(), width, pieces, width);
    Floats y(rows * width);
    kernels.affine(narrow, x.data() + width, rows, y.data());
    return y;
  }
  Floats run_fp32() const {
    const Weights packed = pack(scalar_kernels, weights.data(), bias.data(), width, pieces, 3 * width);
    Floats y(rows * width);
    scalar_kernels.affine(packed, x.data(), width, rows, y.data(), width);
    return y;
  }
};

}  // namespace

TEST(Narrow, AmxGivesTheBitsOfTheReference) {
  if (!amx_kernels()) GTEST_SKIP() << "no AMX here";
  for (uint32_t pieces : {2, 3}) {
    const Layer layer{pieces};
    for (Precision precision : {Precision::bf16, Precision::bf16x3, Precision::int8}) {
      const Floats ours = layer.run(*amx_kernels(), precision), reference = layer.run(narrow_scalar, precision);
      for (size_t i = 0; i < ours.size(); ++i) ASSERT_EQ(ours[i], reference[i]) << static_cast<int>(precision);
    }
  }
}

// Sums of 288 products of numbers about 1 are about 17.
TEST(Narrow, EachPrecisionIsAsCloseAsItsBits) {
  const Layer layer{3};
  const Floats exact = layer.run_fp32();
  for (const auto& [precision, slack] : {std::pair{Precision::bf16, 0.3f}, std::pair{Precision::bf16x3, 0.001f},
                                         std::pair{Precision::int8, 1.0f}}) {
    const Floats narrow = layer.run(narrow_scalar, precision);
    float most = 0;
    for (size_t i = 0; i < exact.size(); ++i) most = std::max(most, std::fabs(narrow[i] - exact[i]));
    EXPECT_LT(most, slack);
    EXPECT_GT(most, 0);
  }
}

TEST(Narrow, PrecisionsAreFoundByName) {
  EXPECT_EQ(*find_precision("fp32"), Precision::fp32);
  const auto unknown = find_precision("fp8");
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().text(), "no precision \"fp8\"; there are fp32, bf16, bf16x3 and int8");
  const auto narrow = find_precision("bf16");
  EXPECT_EQ(narrow.ok(), amx_kernels() != nullptr || &kernels() == &scalar_kernels);
}

}  // namespace coranto::label
