#include "join/key_index.h"

#include <algorithm>

namespace coranto::join {
namespace {

constexpr size_t few_keys = 8;  // a text that has no more is looked up by each of them

struct Shared {
  uint32_t text;
  uint32_t keys;
};

std::vector<Shared> counted(std::vector<uint32_t> texts) {
  std::sort(texts.begin(), texts.end());
  std::vector<Shared> out;
  for (uint32_t text : texts) {
    if (out.empty() || out.back().text != text) out.push_back({text, 0});
    ++out.back().keys;
  }
  return out;
}

}  // namespace

void KeyIndex::add(uint32_t text, std::span<const uint32_t> keys) {
  for (uint32_t key : keys) {
    auto& list = lists_[key];
    if (list.size() < longest_list) list.push_back(text);
  }
}

std::span<const uint32_t> KeyIndex::texts(uint32_t key) const {
  const auto list = lists_.find(key);
  return list == lists_.end() ? std::span<const uint32_t>() : list->second;
}

std::vector<uint32_t> KeyIndex::candidates(std::span<const uint32_t> keys) const {
  std::vector<uint32_t> all;
  for (uint32_t key : keys) {
    const auto list = texts(key);
    all.insert(all.end(), list.begin(), list.end());
  }
  std::vector<Shared> shared = counted(std::move(all));
  if (keys.size() > few_keys) std::erase_if(shared, [](const Shared& one) { return one.keys < 2; });
  const auto best = shared.begin() + static_cast<ptrdiff_t>(std::min(most_candidates, shared.size()));
  std::partial_sort(shared.begin(), best, shared.end(), [](const Shared& a, const Shared& b) {
    return std::pair(b.keys, a.text) < std::pair(a.keys, b.text);
  });
  std::vector<uint32_t> out;
  for (auto one = shared.begin(); one != best; ++one) out.push_back(one->text);
  return out;
}

}  // namespace coranto::join
