// A tile of 16 rows by 16 outputs for each piece stays in the tile registers over all inputs. Rows are narrowed once;
// the three neighbours lie side by side in memory, so that a tile of inputs is loaded from there as it is.
#include "label/narrow.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

namespace coranto::label {
namespace {

#define CORANTO_AMX __attribute__((target("amx-tile,amx-bf16,amx-int8,avx512f,avx512bw,avx512vl,avx512bf16,avx512dq")))

constexpr size_t tile_rows = 16, tile_bytes = 1024, group = 64;  // rows narrowed at once
constexpr size_t narrow_bytes = (group + 2 + tile_rows) * 2 * most_narrow_width;

struct Narrowed {
  alignas(64) uint8_t high[narrow_bytes];
  alignas(64) uint8_t low[narrow_bytes];
  alignas(64) float scales[group + 2 + tile_rows];
};

struct alignas(64) TileShapes {
  uint8_t palette = 1, start_row = 0, reserved[14] = {};
  uint16_t row_bytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
  uint8_t rows[16] = {16, 16, 16, 16, 16, 16, 16, 16};
};

size_t row_bytes(const NarrowWeights& weights) {
  return weights.precision == Precision::int8 ? size_t{weights.blocks} * 64 : size_t{weights.width} * 2;
}

CORANTO_AMX void narrow_bf16(const float* x, size_t count, bool split, Narrowed& to) {
  for (size_t i = 0; i < count; i += 16) {
    const __m512 value = _mm512_loadu_ps(x + i);
    const auto high = (__m256i)_mm512_cvtneps_pbh(value);
    _mm256_store_si256(reinterpret_cast<__m256i*>(to.high + i * 2), high);
    if (!split) continue;
    const __m512 back = _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(high), 16));
    const auto low = (__m256i)_mm512_cvtneps_pbh(_mm512_sub_ps(value, back));
    _mm256_store_si256(reinterpret_cast<__m256i*>(to.low + i * 2), low);
  }
}

CORANTO_AMX void narrow_int8(const float* x, size_t rows, size_t width, size_t bytes, Narrowed& to) {
  for (size_t r = 0; r < rows; ++r, x += width) {
    __m512 most = _mm512_setzero_ps();
    for (size_t k = 0; k < width; k += 16) most = _mm512_max_ps(most, _mm512_abs_ps(_mm512_loadu_ps(x + k)));
    const float scale = _mm512_reduce_max_ps(most) / 127;
    const __m512 factor = _mm512_set1_ps(scale > 0 ? 1 / scale : 0);
    for (size_t k = 0; k < width; k += 16) {
      const __m512i whole = _mm512_cvtps_epi32(_mm512_mul_ps(_mm512_loadu_ps(x + k), factor));
      _mm_store_si128(reinterpret_cast<__m128i*>(to.high + r * bytes + k), _mm512_cvtepi32_epi8(whole));
    }
    for (size_t k = width; k < bytes; k += 16) {
      _mm_store_si128(reinterpret_cast<__m128i*>(to.high + r * bytes + k), _mm_setzero_si128());
    }
    to.scales[r] = scale;
  }
}

// Tiles 0 to 2 sum the pieces, 3 and 4 hold inputs, 5 to 7 weights.
CORANTO_AMX void load_weights(const uint8_t* tiles) {
  _tile_loadd(5, tiles, 64);
  _tile_loadd(6, tiles + tile_bytes, 64);
  _tile_loadd(7, tiles + 2 * tile_bytes, 64);
}

CORANTO_AMX void multiply_bf16(const NarrowWeights& weights, const Narrowed& x, size_t first, const uint8_t* tiles) {
  const size_t bytes = row_bytes(weights), blocks = 3 * size_t{weights.blocks};
  const bool split = weights.precision == Precision::bf16x3;
  for (size_t at = first * bytes, end = at + blocks * 64; at < end; at += 64, tiles += 3 * tile_bytes) {
    load_weights(tiles);
    _tile_loadd(3, x.high + at, bytes);
    _tile_dpbf16ps(0, 3, 5);
    _tile_dpbf16ps(1, 3, 6);
    _tile_dpbf16ps(2, 3, 7);
    if (!split) continue;
    _tile_loadd(4, x.low + at, bytes);
    _tile_dpbf16ps(0, 4, 5);
    _tile_dpbf16ps(1, 4, 6);
    _tile_dpbf16ps(2, 4, 7);
    tiles += 3 * tile_bytes;
    load_weights(tiles);
    _tile_dpbf16ps(0, 3, 5);
    _tile_dpbf16ps(1, 3, 6);
    _tile_dpbf16ps(2, 3, 7);
  }
}

CORANTO_AMX void multiply_int8(const NarrowWeights& weights, const Narrowed& x, size_t row, const uint8_t* tiles) {
  const size_t bytes = row_bytes(weights);
  for (size_t block = 0; block < weights.blocks; ++block, tiles += 3 * tile_bytes) {
    load_weights(tiles);
    _tile_loadd(3, x.high + row * bytes + block * 64, bytes);
    _tile_dpbssd(0, 3, 5);
    _tile_dpbssd(1, 3, 6);
    _tile_dpbssd(2, 3, 7);
  }
}

CORANTO_AMX void begin_sums() {
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
}

struct Sums {
  alignas(64) float at[3][tile_rows][16];
};

CORANTO_AMX void store_sums(Sums& sums) {
  _tile_stored(0, sums.at[0], 64);
  _tile_stored(1, sums.at[1], 64);
  _tile_stored(2, sums.at[2], 64);
}

CORANTO_AMX void sum_int8(const NarrowWeights& weights, const Narrowed& x, size_t first, const uint8_t* tiles,
                          const float* scales, Sums& sums) {
  __m512 rows[3][tile_rows] = {};
  for (size_t part = 0; part < 3; ++part, tiles += weights.blocks * 3 * tile_bytes) {
    begin_sums();
    multiply_int8(weights, x, first + part, tiles);
    store_sums(sums);
    for (size_t p = 0; p < 3; ++p) {
      for (size_t r = 0; r < tile_rows; ++r) {
        const __m512 whole = _mm512_cvtepi32_ps(_mm512_load_si512(sums.at[p][r]));
        rows[p][r] = _mm512_fmadd_ps(whole, _mm512_set1_ps(x.scales[first + part + r]), rows[p][r]);
      }
    }
  }
  for (size_t p = 0; p < 3; ++p) {
    const __m512 scale = _mm512_load_ps(scales + p * 16);
    for (size_t r = 0; r < tile_rows; ++r) _mm512_store_ps(sums.at[p][r], _mm512_mul_ps(rows[p][r], scale));
  }
}

CORANTO_AMX void maxout(const Sums& sums, const float* bias, size_t rows, float* y, size_t y_stride) {
  for (size_t r = 0; r < rows; ++r, y += y_stride) {
    __m512 best = _mm512_add_ps(_mm512_load_ps(sums.at[0][r]), _mm512_load_ps(bias));
    for (size_t p = 1; p < 3; ++p) {
      best = _mm512_max_ps(best, _mm512_add_ps(_mm512_load_ps(sums.at[p][r]), _mm512_load_ps(bias + p * 16)));
    }
    _mm512_storeu_ps(y, best);
  }
}

// `rows` of at most 64, whose neighbours were narrowed with them.
CORANTO_AMX void multiply_group(const NarrowWeights& weights, const Narrowed& x, size_t rows, float* y) {
  Sums sums;
  const size_t panels = weights.outputs / 16, panel_bytes = weights.tiles.size() / panels;
  for (size_t panel = 0; panel < panels; ++panel) {
    const uint8_t* tiles = weights.tiles.data() + panel * panel_bytes;
    const float *bias = weights.bias.data() + panel * 48, *scales = weights.scales.data() + panel * 48;
    for (size_t first = 0; first < rows; first += tile_rows) {
      if (weights.precision == Precision::int8) {
        sum_int8(weights, x, first, tiles, scales, sums);
      } else {
        begin_sums();
        multiply_bf16(weights, x, first, tiles);
        store_sums(sums);
      }
      maxout(sums, bias, std::min(tile_rows, rows - first), y + first * weights.outputs + panel * 16, weights.outputs);
    }
  }
}

CORANTO_AMX void affine(const NarrowWeights& weights, const float* x, size_t rows, float* y) {
  static thread_local Narrowed narrowed;
  const TileShapes shapes;
  _tile_loadconfig(&shapes);
  for (size_t first = 0; first < rows; first += group) {
    const size_t count = std::min(group, rows - first);
    const float* from = x + first * weights.width - weights.width;
    if (weights.precision == Precision::int8) {
      narrow_int8(from, count + 2, weights.width, row_bytes(weights), narrowed);
    } else {
      narrow_bf16(from, (count + 2) * weights.width, weights.precision == Precision::bf16x3, narrowed);
    }
    multiply_group(weights, narrowed, count, y + first * weights.outputs);
  }
  _tile_release();
}

// The system grants tile registers to a process that asks; Linux since 5.16.
bool granted() {
  constexpr long request_permission = 0x1023, tile_data = 18;
  return __builtin_cpu_supports("avx512bf16") && syscall(SYS_arch_prctl, request_permission, tile_data) == 0;
}

// CPUID leaf 7: AMX-BF16, AMX-TILE and AMX-INT8.
bool has_amx() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (d >> 22 & 1) && (d >> 24 & 3) == 3;
}

const NarrowKernels amx = {"amx", affine};

}  // namespace

const NarrowKernels* amx_kernels() {
  static const bool usable = has_amx() && granted();
  return usable ? &amx : nullptr;
}

}  // namespace coranto::label
#else
namespace coranto::label {

const NarrowKernels* amx_kernels() { return nullptr; }

}  // namespace coranto::label
#endif
