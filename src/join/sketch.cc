#include "join/sketch.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace coranto::join {
namespace {

constexpr size_t shingle = 4;  // words

std::vector<size_t> word_starts(std::string_view text) {
  std::vector<size_t> starts;
  for (size_t at = 0; at < text.size();) {
    starts.push_back(at);
    at = std::min(text.find(' ', at), text.size() - 1) + 1;
  }
  starts.push_back(text.size() + 1);
  return starts;
}

uint32_t hash_of(std::string_view text) { return static_cast<uint32_t>(XXH3_64bits(text.data(), text.size()) >> 32); }

size_t below(const std::vector<uint32_t>& hashes, uint32_t shift) {
  if (shift == 0) return hashes.size();
  return static_cast<size_t>(std::lower_bound(hashes.begin(), hashes.end(), uint32_t{1} << (32 - shift)) -
                             hashes.begin());
}

}  // namespace

Sketch sketch_of(std::string_view normal) {
  Sketch sketch;
  const auto starts = word_starts(normal);
  const size_t words = starts.size() - 1;
  if (words == 0) return sketch;
  for (size_t i = 0; i + std::min(shingle, words) <= words; ++i)
    sketch.hashes.push_back(hash_of(normal.substr(starts[i], starts[i + std::min(shingle, words)] - 1 - starts[i])));
  std::sort(sketch.hashes.begin(), sketch.hashes.end());
  sketch.hashes.erase(std::unique(sketch.hashes.begin(), sketch.hashes.end()), sketch.hashes.end());
  while (below(sketch.hashes, sketch.shift) > most_kept) ++sketch.shift;
  sketch.hashes.resize(below(sketch.hashes, sketch.shift));
  sketch.hashes.shrink_to_fit();
  return sketch;
}

Likeness compare(const Sketch& a, const Sketch& b) {
  const uint32_t shift = std::max(a.shift, b.shift);
  const size_t size_a = below(a.hashes, shift), size_b = below(b.hashes, shift);
  if (size_a == 0 || size_b == 0) return {};
  size_t shared = 0;
  for (size_t i = 0, k = 0; i < size_a && k < size_b;) {
    if (a.hashes[i] == b.hashes[k])
      ++shared, ++i, ++k;
    else if (a.hashes[i] < b.hashes[k])
      ++i;
    else
      ++k;
  }
  const auto share = [](size_t part, size_t whole) { return static_cast<double>(part) / static_cast<double>(whole); };
  return {share(shared, size_a + size_b - shared), share(shared, std::min(size_a, size_b)),
          share(std::min(size_a, size_b), std::max(size_a, size_b))};
}

}  // namespace coranto::join
