#include "label/kernels.h"

#include <gtest/gtest.h>

#include <random>

namespace coranto::label {
namespace {

Floats random_floats(size_t size, uint32_t seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal;
  Floats floats(size);
  for (size_t i = 0; i < size; ++i) floats[i] = normal(random);
  return floats;
}

// Fused multiply-add gives the same bits everywhere; without it the last ones differ.
void expect_same(const Kernels& kernels, const float* ours, const float* reference, size_t count) {
  const float slack = kernels.lanes >= 8 ? 0.0f : 1e-4f;
  for (size_t i = 0; i < count; ++i) ASSERT_NEAR(ours[i], reference[i], slack) << kernels.name << " at " << i;
}

struct Shape {
  uint32_t outputs, pieces, inputs;
  bool single;
};

Floats run_affine(const Kernels& kernels, const Shape& shape, size_t rows) {
  const Floats w = random_floats(size_t{shape.outputs} * shape.pieces * shape.inputs, 1);
  const Floats b = random_floats(size_t{shape.outputs} * shape.pieces, 2);
  const Floats x = random_floats(rows * shape.inputs, 3);
  const Weights weights = pack(kernels, w.data(), b.data(), shape.outputs, shape.pieces, shape.inputs, shape.single);
  Floats y(rows * weights.written), dense(rows * shape.outputs);
  kernels.affine(weights, x.data(), shape.inputs, rows, y.data(), weights.written);
  for (size_t r = 0; r < rows; ++r) {
    for (size_t o = 0; o < shape.outputs; ++o) dense[r * shape.outputs + o] = y[r * weights.written + o];
  }
  return dense;
}

}  // namespace

TEST(Kernels, AffineEqualsTheScalarReference) {
  for (const Kernels* kernels : all_kernels()) {
    for (const Shape& shape : {Shape{96, 3, 288, false}, Shape{48, 2, 33, false}, Shape{50, 1, 96, false},
                               Shape{384, 1, 64, false}, Shape{106, 1, 64, true}}) {
      for (size_t rows : {1, 3, 15, 70}) {
        const Floats ours = run_affine(*kernels, shape, rows), reference = run_affine(scalar_kernels, shape, rows);
        expect_same(*kernels, ours.data(), reference.data(), reference.size());
      }
    }
  }
}

TEST(Kernels, ARowDoesNotDependOnTheRowsBesideIt) {
  const Shape shape{96, 3, 288, false};
  for (const Kernels* kernels : all_kernels()) {
    const Floats many = run_affine(*kernels, shape, 15), few = run_affine(*kernels, shape, 5);
    for (size_t i = 0; i < few.size(); ++i) ASSERT_EQ(many[i], few[i]);
  }
}

TEST(Kernels, NormalizeEqualsTheScalarReference) {
  const size_t rows = 5, width = 96;
  const Floats gain = random_floats(width, 4), bias = random_floats(width, 5), beside = random_floats(rows * width, 6);
  for (const Kernels* kernels : all_kernels()) {
    for (const float* residual : {static_cast<const float*>(nullptr), beside.data()}) {
      Floats ours = random_floats(rows * width, 7), reference = random_floats(rows * width, 7);
      kernels->normalize(ours.data(), rows, width, gain.data(), bias.data(), residual);
      scalar_kernels.normalize(reference.data(), rows, width, gain.data(), bias.data(), residual);
      expect_same(*kernels, ours.data(), reference.data(), ours.size());
    }
  }
}

TEST(Kernels, NormalizeGivesMeanZeroAndVarianceOne) {
  Floats y = random_floats(96, 8), gain(96), bias(96);
  for (size_t i = 0; i < 96; ++i) gain[i] = 1;
  kernels().normalize(y.data(), 1, 96, gain.data(), bias.data(), nullptr);
  double mean = 0, variance = 0;
  for (size_t i = 0; i < 96; ++i) mean += y[i] / 96.0;
  for (size_t i = 0; i < 96; ++i) variance += (y[i] - mean) * (y[i] - mean) / 96;
  EXPECT_NEAR(mean, 0, 1e-6);
  EXPECT_NEAR(variance, 1, 1e-5);
}

TEST(Kernels, SumMaxoutEqualsTheScalarReference) {
  const Floats features = random_floats(8 * 128, 9), bias = random_floats(128, 10);
  std::vector<const float*> rows;
  for (size_t f = 0; f < 8; ++f) rows.push_back(features.data() + f * 128);
  Floats reference(64);
  scalar_kernels.sum_maxout(rows.data(), 8, bias.data(), 64, 2, reference.data());
  for (const Kernels* kernels : all_kernels()) {
    Floats ours(64);
    kernels->sum_maxout(rows.data(), 8, bias.data(), 64, 2, ours.data());
    expect_same(*kernels, ours.data(), reference.data(), 64);
  }
}

TEST(Kernels, AreFoundByName) {
  for (const Kernels* kernels : all_kernels()) EXPECT_EQ(*find_kernels(kernels->name), kernels);
  EXPECT_EQ(*find_kernels(nullptr), all_kernels().front());
  const auto unknown = find_kernels("abacus");
  ASSERT_FALSE(unknown.ok());
  EXPECT_NE(unknown.error().message.find("\"abacus\"; this processor can run "), std::string::npos);
  EXPECT_NE(unknown.error().message.find("scalar"), std::string::npos);
}

TEST(Kernels, ArgmaxTakesTheFirstOfEquals) {
  for (const Kernels* kernels : all_kernels()) {
    std::vector<float> values(53, -2.0f);
    EXPECT_EQ(kernels->argmax(values.data(), values.size()), 0u);
    for (size_t at : {52, 40, 17, 16, 3}) {
      values[at] = 1;
      EXPECT_EQ(kernels->argmax(values.data(), values.size()), at) << kernels->name;
    }
    EXPECT_EQ(kernels->argmax(values.data(), 2), 0u);
  }
}

}  // namespace coranto::label
