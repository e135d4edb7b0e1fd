// The arithmetic of the network: what costs its time. One table of functions for each instruction set.
//
// Every table keeps one order of operations: products are summed over the inputs from first to last with fused
// multiply-adds, sums over a row run in 16 lanes that are folded by halves. So AVX-512, AVX2 and the scalar reference
// give the same bits, and a row's result does not depend on which rows stand beside it. (Processors without AVX2 have
// no fused multiply-add and may differ in the last bit.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "coranto/result.h"
#include "label/floats.h"

namespace coranto::label {

// y = max over pieces (x W + b): the weights of one such layer, laid out for one table of kernels. With one piece it
// is a plain affine layer.
struct Weights {
  uint32_t inputs = 0;
  uint32_t outputs = 0;
  uint32_t pieces = 1;
  uint32_t vectors = 0;  // a panel's width in vectors
  uint32_t panels = 0;
  uint32_t written = 0;  // floats written for each row: outputs, rounded up
  Floats packed;         // panel, input, column
  Floats bias;           // panel, column
};

struct Kernels {
  const char* name;  // avx512, avx2, sse4 or scalar
  uint32_t lanes;

  // Rows of y from rows of x. Strides in floats; y_stride >= weights.written.
  void (*affine)(const Weights& weights, const float* x, size_t x_stride, size_t rows, float* y, size_t y_stride);

  // In each row of y, `width` (a multiple of 16) wide and dense: y = (y - mean) / sqrt(variance + 1e-8) * gain + bias,
  // and + residual where that is not null (dense as well).
  void (*normalize)(float* y, size_t rows, size_t width, const float* gain, const float* bias, const float* residual);

  // y[o] = max over p of (sum of the features' [p][o] + bias[p][o]); `outputs` a multiple of 16.
  void (*sum_maxout)(const float* const* features, size_t count, const float* bias, size_t outputs, size_t pieces,
                     float* y);

  // Index of the first of the largest of `count` > 0 values.
  size_t (*argmax)(const float* values, size_t count);
};

// Those that the environment variable CORANTO_KERNELS names, for measuring and tests; without it the fastest that this
// processor can run. Chosen once; the fastest too where the variable names none of these, see check_kernels.
const Kernels& kernels();

// Fails with Code::usage where CORANTO_KERNELS names none that this processor can run.
Result<void> check_kernels();

// `name` of all_kernels(); the fastest where `name` is null. Fails as check_kernels.
Result<const Kernels*> find_kernels(const char* name);

// All that this processor can run, fastest first, the scalar reference last.
std::vector<const Kernels*> all_kernels();

extern const Kernels scalar_kernels;

// `weights` is [outputs][pieces][inputs], `bias` (may be null: zeros) [outputs][pieces], row-major. `single`: made for
// one row at a time, which wants wider panels.
Weights pack(const Kernels& kernels, const float* weights, const float* bias, uint32_t outputs, uint32_t pieces,
             uint32_t inputs, bool single = false);

// Most pieces that pack takes.
constexpr uint32_t most_pieces = 3;

}  // namespace coranto::label
