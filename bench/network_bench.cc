// What labelling costs inside the network: kernels, a whole analysis, opening. Run it alone on a quiet machine:
// build/network_bench [truth.tsv], a file of tools/spacy_truth.py (default: the one of the tests).
#include <benchmark/benchmark.h>

#include "label/kernels.h"
#include "label/network.h"
#include "rooted.h"
#include "spacy_truth.h"

namespace {

using namespace coranto;
using namespace coranto::label;

std::string truth_path = rooted("/tests/label/written.tsv");
const std::string package = rooted("/.deps/en_core_web_sm");

// What a core can do at most: twelve independent chains of fused multiply-adds on registers, as wide as it has them.
template <typename Vector>
[[gnu::always_inline]] inline void chains(benchmark::State& state) {
  constexpr size_t count = 12, steps = 1 << 12;
  Vector sums[count];
  for (size_t i = 0; i < count; ++i) sums[i] = Vector{} + static_cast<float>(i);
  const Vector factor = Vector{} + 0.999f, summand = Vector{} + 0.001f;
  for (auto _ : state) {
    for (size_t step = 0; step < steps; ++step) {
#pragma GCC unroll 12
      for (size_t i = 0; i < count; ++i) sums[i] = sums[i] * factor + summand;
    }
    benchmark::DoNotOptimize(sums);
  }
  const double operations = 2.0 * count * steps * (sizeof(Vector) / sizeof(float));
  state.counters["FLOP/s"] =
      benchmark::Counter(operations * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

using Vector512 [[gnu::vector_size(64)]] = float;
using Vector256 [[gnu::vector_size(32)]] = float;
using Vector128 [[gnu::vector_size(16)]] = float;
[[gnu::target("avx512f")]] void peak_avx512(benchmark::State& state) { chains<Vector512>(state); }
[[gnu::target("avx2,fma")]] void peak_avx2(benchmark::State& state) { chains<Vector256>(state); }
void peak_sse(benchmark::State& state) { chains<Vector128>(state); }

auto peak() {
  if (__builtin_cpu_supports("avx512f")) return peak_avx512;
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? peak_avx2 : peak_sse;
}

// One encoder layer over 512 tokens.
void encoder_layer(benchmark::State& state, const Kernels* kernels) {
  constexpr size_t rows = 512, width = 96, pieces = 3, inputs = 3 * width;
  Floats weights(width * pieces * inputs), x((rows + 2) * width), y(rows * width);
  for (size_t i = 0; i < weights.size(); ++i) weights[i] = static_cast<float>(i % 7) - 3;
  for (size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(i % 11) - 5;
  const Weights packed = pack(*kernels, weights.data(), nullptr, width, pieces, inputs);
  for (auto _ : state) kernels->affine(packed, x.data(), width, rows, y.data(), width);
  const double operations = 2.0 * rows * width * pieces * inputs * static_cast<double>(state.iterations());
  state.counters["FLOP/s"] = benchmark::Counter(operations, benchmark::Counter::kIsRate);
}

void analyse(benchmark::State& state) {
  auto network = Network::open(package);
  const SpacyTruth truth = read_spacy_truth(truth_path);
  if (!network || truth.documents.empty()) return state.SkipWithError("no model or no texts");
  size_t tokens = 0;
  for (const auto& document : truth.documents) tokens += document.size();
  for (auto _ : state) benchmark::DoNotOptimize(network->analyse(truth.documents));
  state.counters["tokens/s"] = benchmark::Counter(static_cast<double>(tokens) * static_cast<double>(state.iterations()),
                                                  benchmark::Counter::kIsRate);
}

void open(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Network::open(package).ok());
}

}  // namespace

int main(int count, char** arguments) {
  for (const Kernels* kernels : all_kernels()) {
    benchmark::RegisterBenchmark((std::string("encoder_layer/") + kernels->name).c_str(), encoder_layer, kernels);
  }
  benchmark::RegisterBenchmark("peak", peak());
  benchmark::RegisterBenchmark("analyse", analyse)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("open", open)->Unit(benchmark::kMillisecond);
  benchmark::Initialize(&count, arguments);
  if (count > 1) truth_path = arguments[1];
  benchmark::RunSpecifiedBenchmarks();
}
