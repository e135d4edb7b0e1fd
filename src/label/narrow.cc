#include "label/narrow.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "label/kernels.h"

namespace coranto::label {
namespace {

constexpr uint32_t tile_bytes = 1024;

struct Place {
  uint32_t panel, part, block, half, piece;
};

uint32_t halves(Precision precision) { return precision == Precision::bf16x3 ? 2 : 1; }

uint8_t* tile(NarrowWeights& weights, Place at) {
  size_t number = size_t{at.panel} * 3 + at.part;
  number = number * weights.blocks + at.block;
  number = number * halves(weights.precision) + at.half;
  return weights.tiles.data() + (number * 3 + at.piece) * tile_bytes;
}

// A tile's rows are of four bytes for each of 16 outputs: four int8, or two bf16.
void put_int8(NarrowWeights& to, Place at, uint32_t column, uint32_t k, int8_t value) {
  at.block = k / 64;
  tile(to, at)[k % 64 / 4 * 64 + column * 4 + k % 4] = static_cast<uint8_t>(value);
}

void put_bf16(NarrowWeights& to, Place at, uint32_t column, uint32_t k, uint16_t value) {
  at.block = k / 32;
  std::memcpy(tile(to, at) + k % 32 / 2 * 64 + column * 4 + k % 2 * 2, &value, sizeof value);
}

void pack_row(NarrowWeights& to, Place at, uint32_t column, const float* row, float scale) {
  for (uint32_t k = 0; k < to.width; ++k) {
    if (to.precision == Precision::int8) {
      put_int8(to, at, column, k, int8_of(row[k], scale));
      continue;
    }
    const uint16_t high = bf16(row[k]);
    at.half = 0;
    put_bf16(to, at, column, k, high);
    at.half = 1;
    if (to.precision == Precision::bf16x3) put_bf16(to, at, column, k, bf16(row[k] - from_bf16(high)));
  }
}

}  // namespace

uint16_t bf16(float value) {
  const auto bits = std::bit_cast<uint32_t>(value);
  return static_cast<uint16_t>((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
}

float from_bf16(uint16_t value) { return std::bit_cast<float>(uint32_t{value} << 16); }

float int8_scale(const float* row, size_t width) {
  float most = 0;
  for (size_t k = 0; k < width; ++k) most = std::max(most, std::fabs(row[k]));
  return most / 127;
}

int8_t int8_of(float value, float scale) {
  return scale > 0 ? static_cast<int8_t>(std::nearbyint(value * (1 / scale))) : int8_t{0};
}

NarrowWeights pack_narrow(Precision precision, const float* weights, const float* bias, uint32_t outputs,
                          uint32_t pieces, uint32_t width) {
  NarrowWeights out;
  out.precision = precision, out.width = width, out.outputs = outputs;
  out.blocks = precision == Precision::int8 ? (width + 63) / 64 : width / 32;
  out.tiles.resize(size_t{outputs / 16} * 3 * out.blocks * halves(precision) * 3 * tile_bytes);
  out.scales = Floats(size_t{outputs} * 3);
  out.bias = Floats(size_t{outputs} * 3);
  for (uint32_t o = 0; o < outputs; ++o) {
    for (uint32_t p = 0; p < 3; ++p) {
      const size_t from = size_t{o} * pieces + std::min(p, pieces - 1);
      const float* row = weights + from * 3 * width;
      const size_t at = (size_t{o / 16} * 3 + p) * 16 + o % 16;
      out.scales[at] = int8_scale(row, 3 * size_t{width});
      out.bias[at] = bias[from];
      for (uint32_t part = 0; part < 3; ++part) {
        pack_row(out, {o / 16, part, 0, 0, p}, o % 16, row + size_t{part} * width, out.scales[at]);
      }
    }
  }
  return out;
}

const NarrowKernels& narrow_kernels() {
  static const bool fast = amx_kernels() && &kernels() != &scalar_kernels;
  return fast ? *amx_kernels() : narrow_scalar;
}

Result<Precision> find_precision(std::string_view name) {
  constexpr std::string_view names[] = {"fp32", "bf16", "bf16x3", "int8"};
  const auto* found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) {
    return Error{Code::usage, "no precision \"" + std::string(name) + "\"; there are fp32, bf16, bf16x3 and int8", ""};
  }
  const auto precision = static_cast<Precision>(found - names);
  if (precision != Precision::fp32 && &narrow_kernels() == &narrow_scalar && &kernels() != &scalar_kernels) {
    return Error{Code::usage, "precision " + std::string(name) + " needs AMX, which this processor or system lacks", ""};
  }
  return precision;
}

}  // namespace coranto::label
