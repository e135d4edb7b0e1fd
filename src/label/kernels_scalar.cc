// The kernels spelled out: the reference that the vector kernels are tested against, and the packing they share.
#include <algorithm>
#include <cmath>

#include "label/kernels.h"

namespace coranto::label {
namespace {

void affine(const Weights& weights, const float* x, size_t x_stride, size_t rows, float* y, size_t y_stride) {
  const size_t columns = weights.vectors;  // one lane a vector
  for (size_t r = 0; r < rows; ++r) {
    for (size_t p = 0; p < weights.panels; ++p) {
      const float* panel = weights.packed.data() + p * weights.inputs * columns;
      float best = -INFINITY;
      for (size_t c = 0; c < columns; ++c) {
        float sum = 0;
        for (size_t k = 0; k < weights.inputs; ++k) sum = std::fma(x[r * x_stride + k], panel[k * columns + c], sum);
        sum += weights.bias[p * columns + c];
        best = std::max(best, sum);
        if (weights.pieces == 1) y[r * y_stride + p * columns + c] = sum;
      }
      if (weights.pieces > 1) y[r * y_stride + p] = best;
    }
  }
}

template <typename Term>
float sum_in_lanes(size_t width, Term term) {
  float lane[16] = {};
  for (size_t i = 0; i < width; ++i) lane[i % 16] = term(i, lane[i % 16]);
  for (size_t half = 8; half > 0; half /= 2) {
    for (size_t i = 0; i < half; ++i) lane[i] += lane[i + half];
  }
  return lane[0];
}

void normalize(float* y, size_t rows, size_t width, const float* gain, const float* bias, const float* residual) {
  for (size_t r = 0; r < rows; ++r, y += width) {
    const float mean = sum_in_lanes(width, [&](size_t i, float sum) { return sum + y[i]; }) / static_cast<float>(width);
    const float variance =
        sum_in_lanes(width, [&](size_t i, float sum) { return std::fma(y[i] - mean, y[i] - mean, sum); }) /
        static_cast<float>(width);
    const float scale = 1.0f / std::sqrt(variance + 1e-8f);
    for (size_t i = 0; i < width; ++i) {
      y[i] = std::fma((y[i] - mean) * scale, gain[i], bias[i]);
      if (residual) y[i] += residual[r * width + i];
    }
  }
}

void sum_maxout(const float* const* features, size_t count, const float* bias, size_t outputs, size_t pieces,
                float* y) {
  for (size_t o = 0; o < outputs; ++o) {
    for (size_t p = 0; p < pieces; ++p) {
      const size_t at = p * outputs + o;
      float sum = features[0][at];
      for (size_t f = 1; f < count; ++f) sum += features[f][at];
      sum += bias[at];
      y[o] = p && y[o] > sum ? y[o] : sum;
    }
  }
}

size_t argmax(const float* values, size_t count) {
  size_t best = 0;
  for (size_t i = 1; i < count; ++i) {
    if (values[i] > values[best]) best = i;
  }
  return best;
}

// Width of a plain layer's panels: the one that wastes fewer columns.
uint32_t panel_width(uint32_t outputs, uint32_t lanes, bool single) {
  if (single) return 8;
  const auto padded = [&](uint32_t vectors) {
    const uint32_t columns = vectors * lanes;
    return (outputs + columns - 1) / columns * columns;
  };
  return padded(3) <= padded(2) ? 3 : 2;
}

}  // namespace

const Kernels scalar_kernels = {"scalar", 1, affine, normalize, sum_maxout, argmax};

Weights pack(const Kernels& kernels, const float* weights, const float* bias, uint32_t outputs, uint32_t pieces,
             uint32_t inputs, bool single) {
  Weights out;
  out.inputs = inputs;
  out.outputs = outputs;
  out.pieces = pieces;
  out.vectors = pieces > 1 ? pieces : panel_width(outputs, kernels.lanes, single);
  const uint32_t columns = out.vectors * kernels.lanes;
  const uint32_t step = pieces > 1 ? kernels.lanes : columns;  // outputs a panel
  out.panels = (outputs + step - 1) / step;
  out.written = out.panels * step;
  out.packed = Floats(size_t{out.panels} * inputs * columns);
  out.bias = Floats(size_t{out.panels} * columns);
  for (uint32_t o = 0; o < outputs; ++o) {
    for (uint32_t p = 0; p < pieces; ++p) {
      const float* row = weights + (size_t{o} * pieces + p) * inputs;
      const uint32_t panel = o / step, column = o % step + p * kernels.lanes;
      float* at = out.packed.data() + size_t{panel} * inputs * columns + column;
      for (uint32_t k = 0; k < inputs; ++k) at[size_t{k} * columns] = row[k];
      if (bias) out.bias[panel * columns + column] = bias[size_t{o} * pieces + p];
    }
  }
  return out;
}

}  // namespace coranto::label
