#include "join/pairing.h"

#include <algorithm>

namespace coranto::join {
namespace {

constexpr size_t least_words = 24;  // shared; fewer may be phrases that tell the same matter

size_t shared_words(const Pairing& pairing) {
  return static_cast<size_t>(pairing.part * static_cast<double>(pairing.words) + 0.5);
}

// Both texts begin with what they share: what is cut off short goes on from there.
bool from_the_start(const Pairing& pairing) {
  const auto early = [](uint32_t at, size_t words) { return at <= std::max<size_t>(12, words / 10); };
  uint32_t begin = UINT32_MAX, other = UINT32_MAX;
  for (const Stretch& s : pairing.stretches) begin = std::min(begin, s.begin), other = std::min(other, s.other_begin);
  return early(begin, pairing.words) && early(other, pairing.other_words);
}

}  // namespace

Pairing pairing_of(std::vector<Stretch> stretches, size_t words, size_t other_words) {
  const double part = covered(stretches, words), other_part = covered_of_other(stretches, other_words);
  return {std::move(stretches), words, other_words, part, other_part};
}

bool is_plain_copy(const Pairing& pairing) { return std::min(pairing.part, pairing.other_part) >= 0.6; }

bool is_copy(const Pairing& pairing) {
  if (is_plain_copy(pairing)) return true;
  if (shared_words(pairing) < least_words) return false;
  const bool longer = pairing.words > pairing.other_words;
  const double of_shorter = longer ? pairing.other_part : pairing.part;
  const double of_longer = longer ? pairing.part : pairing.other_part;
  if (of_shorter >= 0.5) {
    return of_longer >= 0.2 || (of_shorter >= 0.7 && of_longer >= 0.1 && from_the_start(pairing));
  }
  return of_shorter >= 0.35 && of_longer >= 0.35;
}

Inset inset_of(const Pairing& pairing) {
  const bool longer = pairing.words > pairing.other_words;
  uint32_t begin = UINT32_MAX, end = 0;
  for (const Stretch& s : pairing.stretches) {
    begin = std::min(begin, longer ? s.begin : s.other_begin);
    end = std::max(end, longer ? s.end : s.other_end);
  }
  const size_t shorter_words = std::min(pairing.words, pairing.other_words);
  const bool whole = !pairing.stretches.empty() && (longer ? pairing.other_part : pairing.part) >= 0.85 &&
                     end - begin <= shorter_words + shorter_words / 5;
  return {whole, begin, end};
}

}  // namespace coranto::join
