#include "pool/likeness.h"

#include <cmath>
#include <cstdlib>

#include "pool/terms.h"

namespace coranto::pool {
namespace {

constexpr uint64_t least_shared = 4 * 56 * 56;  // as four rare names do that are mentioned once
constexpr int32_t fading = 15;                  // days in which likeness is halved
constexpr int32_t unknown_apart = 10;           // days that are taken where one is not known

uint64_t square_of(const Gist& gist) {
  uint64_t sum = 0;
  for (const uint32_t term : gist) sum += uint64_t{weight_of(term)} * weight_of(term);
  return sum;
}

uint64_t product_of(const Gist& a, const Gist& b) {
  uint64_t sum = 0;
  for (size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    const uint32_t x = key_of(a[i]), y = key_of(b[k]);
    if (x == y) sum += uint64_t{weight_of(a[i])} * weight_of(b[k]);
    i += x <= y, k += y <= x;
  }
  return sum;
}

}  // namespace

uint32_t likeness(const Gist& a, const Gist& b, Day day_a, Day day_b) {
  const int32_t apart = day_a && day_b ? std::abs(*day_a - *day_b) : unknown_apart;
  if (apart > window) return 0;
  const uint64_t shared = product_of(a, b);
  if (shared < least_shared) return 0;
  const double cosine = static_cast<double>(shared) / std::sqrt(double(square_of(a)) * double(square_of(b)));
  return static_cast<uint32_t>(1000 * cosine * fading / (fading + apart));
}

}  // namespace coranto::pool
