// The products of the encoder with numbers narrower than fp32, for AMX (Intel's matrix tiles), with a scalar reference
// that gives the same bits. Everything around them stays fp32: bias, maxout, normalisation, residuals.
//
// bf16     inputs and weights rounded to 8 significant bits, sums in fp32
// bf16x3   each is the sum of two such numbers, of whose four products the three larger ones are taken (Henry, Tang and
//          Heinecke 2019): nearly fp32
// int8     a scale for each input row and for each output, integer sums
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "coranto/result.h"
#include "label/floats.h"

namespace coranto::label {

enum class Precision { fp32, bf16, bf16x3, int8 };

// "fp32", "bf16", "bf16x3" or "int8". Fails with Code::usage for another name, and where this processor or system has
// no AMX and CORANTO_KERNELS does not ask for the scalar reference.
Result<Precision> find_precision(std::string_view name);

// Weights of y = max over pieces (x W + b), where x are three neighbouring rows.
struct NarrowWeights {
  Precision precision = Precision::fp32;
  uint32_t width = 0;    // of one row
  uint32_t outputs = 0;  // a multiple of 16
  uint32_t blocks = 0;         // of 64 bytes that a row is padded to
  std::vector<uint8_t> tiles;  // 16 outputs, row of the three, block, half (high, low), piece: a tile of 1,024 bytes
  Floats scales, bias;         // 16 outputs, piece, output; scales are for int8
};

constexpr uint32_t most_narrow_width = 512;

// `weights` is [outputs][pieces][3][width], `bias` [outputs][pieces]; `width` a multiple of 32, `outputs`
// of 16, at most 3 pieces, fewer are filled up with the last.
NarrowWeights pack_narrow(Precision precision, const float* weights, const float* bias, uint32_t outputs,
                          uint32_t pieces, uint32_t width);

// `rows` rows of y, dense, from rows of x, dense: row r from rows r-1, r and r+1, which must all be there.
struct NarrowKernels {
  const char* name;  // amx or scalar
  void (*affine)(const NarrowWeights& weights, const float* x, size_t rows, float* y);
};

// AMX; the reference where CORANTO_KERNELS asks for scalar or there is no AMX.
const NarrowKernels& narrow_kernels();

// Null where processor or system has none.
const NarrowKernels* amx_kernels();
extern const NarrowKernels narrow_scalar;

// To the nearest bf16, the even one of two; as the upper half of a float's bits.
uint16_t bf16(float value);
float from_bf16(uint16_t value);

// The largest magnitude of a row over 127; 0 for a row of zeros.
float int8_scale(const float* row, size_t width);
int8_t int8_of(float value, float scale);

}  // namespace coranto::label
