// Spelled out in the order in which the tiles sum: even and odd inputs of a block of 32 apart (bf16), rows of the three
// apart (int8).
#include <algorithm>
#include <cmath>

#include "label/narrow.h"

namespace coranto::label {
namespace {

struct Column {
  const NarrowWeights& weights;
  uint32_t panel, piece, column;

  const uint8_t* tile(uint32_t part, uint32_t block, uint32_t half) const {
    const uint32_t halves = weights.precision == Precision::bf16x3 ? 2 : 1;
    const size_t number = ((size_t{panel} * 3 + part) * weights.blocks + block) * halves + half;
    return weights.tiles.data() + (number * 3 + piece) * 1024 + column * 4;
  }
};

float part_of(float x, bool low) {
  const float high = from_bf16(bf16(x));
  return low ? from_bf16(bf16(x - high)) : high;
}

float block_sum(const float* x, bool low, const uint8_t* tile) {
  float sums[2] = {};
  for (uint32_t k = 0; k < 32; ++k) {
    uint16_t weight;
    std::memcpy(&weight, tile + k / 2 * 64 + k % 2 * 2, sizeof weight);
    sums[k % 2] = std::fma(part_of(x[k], low), from_bf16(weight), sums[k % 2]);
  }
  return sums[0] + sums[1];
}

float bf16_sum(const Column& column, const float* x) {
  const bool split = column.weights.precision == Precision::bf16x3;
  float sum = 0;
  for (uint32_t part = 0; part < 3; ++part) {
    for (uint32_t block = 0; block < column.weights.blocks; ++block) {
      const float* at = x + size_t{part} * column.weights.width + block * 32;
      const uint8_t* high = column.tile(part, block, 0);
      sum += block_sum(at, false, high);
      if (!split) continue;
      sum += block_sum(at, true, high);
      sum += block_sum(at, false, column.tile(part, block, 1));
    }
  }
  return sum;
}

float int8_sum(const Column& column, const float* x) {
  const uint32_t width = column.weights.width;
  float sum = 0;
  for (uint32_t part = 0; part < 3; ++part, x += width) {
    const float scale = int8_scale(x, width);
    int32_t whole = 0;
    for (uint32_t k = 0; k < width; ++k) {
      const auto weight = static_cast<int8_t>(column.tile(part, k / 64, 0)[k % 64 / 4 * 64 + k % 4]);
      whole += int8_of(x[k], scale) * weight;
    }
    sum = std::fma(static_cast<float>(whole), scale, sum);
  }
  return sum;
}

void affine(const NarrowWeights& weights, const float* x, size_t rows, float* y) {
  x -= weights.width;
  for (size_t r = 0; r < rows; ++r, x += weights.width, y += weights.outputs) {
    for (uint32_t o = 0; o < weights.outputs; ++o) {
      float best = -INFINITY;
      for (uint32_t p = 0; p < 3; ++p) {
        const Column column{weights, o / 16, p, o % 16};
        const size_t at = (size_t{o / 16} * 3 + p) * 16 + o % 16;
        const float sum =
            weights.precision == Precision::int8 ? int8_sum(column, x) * weights.scales[at] : bf16_sum(column, x);
        best = std::max(best, sum + weights.bias[at]);
      }
      y[o] = best;
    }
  }
}

}  // namespace

const NarrowKernels narrow_scalar = {"scalar", affine};

}  // namespace coranto::label
