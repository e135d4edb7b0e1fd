// The kernels for vectors, compiled once for each instruction set (Highway's foreach_target) and chosen at run time.
//
// affine is the matrix product of GotoBLAS (Goto, van de Geijn 2008) cut down to its innermost part: weights lie packed
// in panels a few vectors wide, a tile of `Rows` x panel stays in registers over all inputs, x is broadcast. What
// differs: the vectors of a panel hold the pieces of the same outputs, so that maxout happens in registers and the
// larger matrix is never written.
#include "label/kernels.h"

#include <cmath>

#undef HWY_DISABLED_TARGETS
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_AVX3_DL)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "label/kernels.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#if HWY_TARGET != HWY_SCALAR  // scalar_kernels are that
HWY_BEFORE_NAMESPACE();
namespace coranto::label {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using Lanes = hn::ScalableTag<float>;
using Vector = hn::Vec<Lanes>;
constexpr size_t lanes = HWY_MAX_BYTES / sizeof(float);
constexpr size_t chains = 16 / lanes;              // vectors that make up the 16 lanes of a row's sum
constexpr size_t full_rows = lanes == 16 ? 8 : 4;  // tile height: what the registers hold beside 3 vectors

struct Tile {
  const float* x;
  size_t x_stride;
  float* y;
  size_t y_stride;
};

template <size_t Rows, size_t Width, bool Max>
HWY_INLINE void tile(const float* HWY_RESTRICT panel, const float* HWY_RESTRICT bias, size_t inputs, Tile at) {
  const Lanes d;
  Vector sums[Rows][Width];
#pragma GCC unroll 8
  for (size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 8
    for (size_t v = 0; v < Width; ++v) sums[r][v] = hn::Zero(d);
  }
  for (size_t k = 0; k < inputs; ++k) {
    Vector weights[Width];
#pragma GCC unroll 8
    for (size_t v = 0; v < Width; ++v) weights[v] = hn::Load(d, panel + (k * Width + v) * lanes);
#pragma GCC unroll 8
    for (size_t r = 0; r < Rows; ++r) {
      const Vector x = hn::Set(d, at.x[r * at.x_stride + k]);
#pragma GCC unroll 8
      for (size_t v = 0; v < Width; ++v) sums[r][v] = hn::MulAdd(x, weights[v], sums[r][v]);
    }
  }
#pragma GCC unroll 8
  for (size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 8
    for (size_t v = 0; v < Width; ++v) sums[r][v] = hn::Add(sums[r][v], hn::Load(d, bias + v * lanes));
    float* y = at.y + r * at.y_stride;
    if constexpr (Max) {
      Vector best = sums[r][0];
#pragma GCC unroll 8
      for (size_t v = 1; v < Width; ++v) best = hn::Max(best, sums[r][v]);
      hn::StoreU(best, d, y);
    } else {
#pragma GCC unroll 8
      for (size_t v = 0; v < Width; ++v) hn::StoreU(sums[r][v], d, y + v * lanes);
    }
  }
}

// One panel against all rows: full tiles, then what is left in halves.
template <size_t Width, bool Max>
HWY_NOINLINE void panel_times_rows(const float* panel, const float* bias, size_t inputs, Tile at, size_t rows) {
  const auto advance = [&](size_t by) {
    at.x += by * at.x_stride;
    at.y += by * at.y_stride;
    rows -= by;
  };
  for (; rows >= full_rows; advance(full_rows)) tile<full_rows, Width, Max>(panel, bias, inputs, at);
  if (rows >= 4) tile<4, Width, Max>(panel, bias, inputs, at), advance(4);
  if (rows >= 2) tile<2, Width, Max>(panel, bias, inputs, at), advance(2);
  if (rows >= 1) tile<1, Width, Max>(panel, bias, inputs, at);
}

template <size_t Width>
HWY_NOINLINE void panel_times_row(const float* panel, const float* bias, size_t inputs, Tile at, size_t rows) {
  for (size_t r = 0; r < rows; ++r, at.x += at.x_stride, at.y += at.y_stride) {
    tile<1, Width, false>(panel, bias, inputs, at);
  }
}

using Product = void (*)(const float*, const float*, size_t, Tile, size_t);

Product product_for(const Weights& weights) {
  if (weights.pieces == 3) return panel_times_rows<3, true>;
  if (weights.pieces == 2) return panel_times_rows<2, true>;
  switch (weights.vectors) {
    case 8:
      return panel_times_row<8>;
    case 3:
      return panel_times_rows<3, false>;
    default:
      return panel_times_rows<2, false>;
  }
}

// Few enough rows that x and y stay near while the panels pass.
constexpr size_t block = 64;

void affine(const Weights& weights, const float* x, size_t x_stride, size_t rows, float* y, size_t y_stride) {
  const Product product = product_for(weights);
  const size_t columns = weights.vectors * lanes;
  const size_t step = weights.pieces > 1 ? lanes : columns;  // floats of y that a panel gives
  for (size_t first = 0; first < rows; first += block) {
    const size_t count = HWY_MIN(block, rows - first);
    for (size_t p = 0; p < weights.panels; ++p) {
      product(weights.packed.data() + p * weights.inputs * columns, weights.bias.data() + p * columns, weights.inputs,
              {x + first * x_stride, x_stride, y + first * y_stride + p * step, y_stride}, count);
    }
  }
}

// Sum of the 16 lanes: each half onto the other, 16 to 8 to 4 to 2 to 1.
HWY_INLINE float fold(Vector* sums) {
  const Lanes d;
  for (size_t half = chains / 2; half > 0; half /= 2) {
    for (size_t c = 0; c < half; ++c) sums[c] = hn::Add(sums[c], sums[c + half]);
  }
  HWY_ALIGN float lane[lanes];
  hn::Store(sums[0], d, lane);
  for (size_t half = lanes / 2; half > 0; half /= 2) {
    for (size_t i = 0; i < half; ++i) lane[i] += lane[i + half];
  }
  return lane[0];
}

HWY_INLINE float row_mean(const float* row, size_t width) {
  const Lanes d;
  Vector sums[chains];
  for (size_t c = 0; c < chains; ++c) sums[c] = hn::Zero(d);
  for (size_t i = 0; i < width; i += 16) {
    for (size_t c = 0; c < chains; ++c) sums[c] = hn::Add(sums[c], hn::LoadU(d, row + i + c * lanes));
  }
  return fold(sums) / static_cast<float>(width);
}

HWY_INLINE float row_variance(const float* row, size_t width, float mean) {
  const Lanes d;
  const Vector middle = hn::Set(d, mean);
  Vector sums[chains];
  for (size_t c = 0; c < chains; ++c) sums[c] = hn::Zero(d);
  for (size_t i = 0; i < width; i += 16) {
    for (size_t c = 0; c < chains; ++c) {
      const Vector off = hn::Sub(hn::LoadU(d, row + i + c * lanes), middle);
      sums[c] = hn::MulAdd(off, off, sums[c]);
    }
  }
  return fold(sums) / static_cast<float>(width);
}

void normalize(float* y, size_t rows, size_t width, const float* gain, const float* bias, const float* residual) {
  const Lanes d;
  for (size_t r = 0; r < rows; ++r, y += width) {
    const float mean = row_mean(y, width);
    const Vector middle = hn::Set(d, mean);
    const Vector scale = hn::Set(d, 1.0f / std::sqrt(row_variance(y, width, mean) + 1e-8f));
    for (size_t i = 0; i < width; i += lanes) {
      const Vector unit = hn::Mul(hn::Sub(hn::LoadU(d, y + i), middle), scale);
      Vector out = hn::MulAdd(unit, hn::LoadU(d, gain + i), hn::LoadU(d, bias + i));
      if (residual) out = hn::Add(out, hn::LoadU(d, residual + i));
      hn::StoreU(out, d, y + i);
    }
    if (residual) residual += width;
  }
}

void sum_maxout(const float* const* features, size_t count, const float* bias, size_t outputs, size_t pieces,
                float* y) {
  const Lanes d;
  for (size_t o = 0; o < outputs; o += lanes) {
    Vector best = hn::Zero(d);
    for (size_t p = 0; p < pieces; ++p) {
      const size_t at = p * outputs + o;
      Vector sum = hn::LoadU(d, features[0] + at);
      for (size_t f = 1; f < count; ++f) sum = hn::Add(sum, hn::LoadU(d, features[f] + at));
      sum = hn::Add(sum, hn::LoadU(d, bias + at));
      best = p ? hn::Max(best, sum) : sum;
    }
    hn::StoreU(best, d, y + o);
  }
}

size_t argmax(const float* values, size_t count) {
  const Lanes d;
  float best = values[0];
  size_t i = 0;
  if (count >= lanes) {
    Vector bests = hn::LoadU(d, values);
    for (i = lanes; i + lanes <= count; i += lanes) bests = hn::Max(bests, hn::LoadU(d, values + i));
    best = hn::GetLane(hn::MaxOfLanes(d, bests));
  }
  for (; i < count; ++i) best = values[i] > best ? values[i] : best;
  const Vector wanted = hn::Set(d, best);
  for (i = 0; i + lanes <= count; i += lanes) {
    const intptr_t found = hn::FindFirstTrue(d, hn::Eq(hn::LoadU(d, values + i), wanted));
    if (found >= 0) return i + static_cast<size_t>(found);
  }
  for (; i < count; ++i) {
    if (values[i] == best) return i;
  }
  return 0;
}

}  // namespace

constexpr const char* name = HWY_TARGET == HWY_AVX3 ? "avx512" : HWY_TARGET == HWY_AVX2 ? "avx2" : "sse4";

extern const Kernels table;
const Kernels table = {name, lanes, affine, normalize, sum_maxout, argmax};

}  // namespace HWY_NAMESPACE
}  // namespace coranto::label
HWY_AFTER_NAMESPACE();
#endif

#if HWY_ONCE
namespace coranto::label {

std::vector<const Kernels*> all_kernels() {
  std::vector<const Kernels*> all;
  [[maybe_unused]] const auto can = hwy::SupportedTargets();
#if HWY_TARGETS & HWY_AVX3
  if (can & HWY_AVX3) all.push_back(&N_AVX3::table);
#endif
#if HWY_TARGETS & HWY_AVX2
  if (can & HWY_AVX2) all.push_back(&N_AVX2::table);
#endif
#if HWY_TARGETS & HWY_SSE4
  if (can & HWY_SSE4) all.push_back(&N_SSE4::table);
#endif
  all.push_back(&scalar_kernels);
  return all;
}

}  // namespace coranto::label
#endif
