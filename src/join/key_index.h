// Texts by their keys: those that may share wording with a new one are found without looking at the others.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <span>
#include <vector>

#include "join/wording.h"

namespace coranto::join {

// Memory: some 12 bytes a key of a text. Cost of a look-up: the keys' lists, each of at most `longest_list`.
class KeyIndex {
 public:
  // Texts are numbered as they are added, from 0.
  void add(uint32_t text, std::span<const uint32_t> keys);

  // Texts that share most keys with these, the most alike first, at most `most_candidates`.
  std::vector<uint32_t> candidates(std::span<const uint32_t> keys) const;

  // Texts that have this key, or `longest_list` of them.
  std::span<const uint32_t> texts(uint32_t key) const;

  static constexpr size_t longest_list = 64;
  static constexpr size_t most_candidates = 24;

 private:
  boost::unordered_flat_map<uint32_t, std::vector<uint32_t>> lists_;
};

}  // namespace coranto::join
