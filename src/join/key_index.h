// Texts by their keys: those that may share wording with a new one are found without looking at the others.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "join/wording.h"

namespace coranto::join {

// Not thread-safe. Keys with their texts, sorted, in a few runs, of which each is less than half of the one before: log-structured merging
// (O'Neil, Cheng, Gawlick, O'Neil, "The log-structured merge-tree", 1996). Memory: 8.5 bytes a key of a text. Cost of
// adding: amortised, the logarithm of what is held; of a look-up: two places of memory a run, and the texts found.
class KeyIndex {
 public:
  // Texts are numbered as they are added, from 0. They are found once they are settled.
  void add(uint32_t text, std::span<const uint32_t> keys);
  void settle();

  // Texts that share most keys with these, the most alike first, at most `most_candidates`. A key that many texts have
  // tells little.
  std::vector<uint32_t> candidates(std::span<const uint32_t> keys) const;

  // Texts that have this key, ascending, or the first `longest_list` of them.
  std::vector<uint32_t> texts(uint32_t key) const;

  // Bytes held.
  size_t bytes() const;

  static constexpr size_t longest_list = 64;
  static constexpr size_t most_candidates = 24;

 private:
  // Sorted by `mixed` keys, which are spread evenly, and then by text; begins[i] is the place of the first whose upper
  // bits are i or more.
  struct Run {
    std::vector<uint32_t> mixed, texts, begins;
    unsigned shift = 0;

    void index();
    std::span<const uint32_t> of(uint32_t key) const;
  };

  void fetch(std::span<const uint32_t> keys) const;
  void find(uint32_t key, std::vector<uint32_t>& out) const;
  static Run merged(const Run& older, const Run& newer);

  std::vector<Run> runs_;                   // the older first
  std::vector<uint64_t> unsettled_;         // mixed key and text
  mutable std::vector<uint16_t> evidence_;  // of each text, while candidates are looked for; else 0
};

}  // namespace coranto::join
