#include "pool/likeness.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "pool/terms.h"

namespace coranto::pool {
namespace {

constexpr uint64_t least_shared = 5 * 56 * 56;  // as five rare names do that are mentioned once
constexpr double least_named = 5 * 56 * 56;     // as of five such names
constexpr int32_t fading = 15;                  // days in which likeness is halved
constexpr int32_t unknown_apart = 10;           // days that are taken where one is not known

// Sums over the terms of two gists.
struct Sums {
  uint64_t words = 0, named = 0;

  void add(uint32_t term, uint64_t product) { (is_word(term) ? words : named) += product; }
  uint64_t all() const { return words + named; }
};

Sums squares_of(const Gist& gist) {
  Sums sums;
  for (const uint32_t term : gist) sums.add(term, uint64_t{weight_of(term)} * weight_of(term));
  return sums;
}

Sums products_of(const Gist& a, const Gist& b) {
  Sums sums;
  for (size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    const uint32_t x = key_of(a[i]), y = key_of(b[k]);
    if (x == y) sums.add(a[i], uint64_t{weight_of(a[i])} * weight_of(b[k]));
    i += x <= y, k += y <= x;
  }
  return sums;
}

// `least`: of the product of the lengths, so that little in common does not count for much where there is little.
double cosine(uint64_t shared, uint64_t a, uint64_t b, double least = 1) {
  return static_cast<double>(shared) / std::max(least, std::sqrt(static_cast<double>(a) * static_cast<double>(b)));
}

}  // namespace

uint32_t likeness(const Gist& a, const Gist& b, Day day_a, Day day_b) {
  const int32_t apart = day_a && day_b ? std::abs(*day_a - *day_b) : unknown_apart;
  if (apart > window) return 0;
  const Sums shared = products_of(a, b);
  if (shared.all() < least_shared) return 0;
  const Sums of_a = squares_of(a), of_b = squares_of(b);
  const double words = cosine(shared.words, of_a.words, of_b.words);
  const double named = cosine(shared.named, of_a.named, of_b.named, least_named);
  const double alike = cosine(shared.all(), of_a.all(), of_b.all()) + std::min(named, 2 * words);
  return static_cast<uint32_t>(500 * alike * fading / (fading + apart));
}

}  // namespace coranto::pool
