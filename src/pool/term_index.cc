#include "pool/term_index.h"

#include <algorithm>

#include "pool/terms.h"

namespace coranto::pool {
namespace {

std::vector<uint32_t> keys_of(Gist gist) {
  const size_t count = std::min(gist.size(), TermIndex::most_keys);
  std::partial_sort(gist.begin(), gist.begin() + count, gist.end(), [](uint32_t a, uint32_t b) {
    return weight_of(a) != weight_of(b) ? weight_of(a) > weight_of(b) : a < b;
  });
  gist.resize(count);
  for (uint32_t& term : gist) term = key_of(term);
  return gist;
}

}  // namespace

void TermIndex::add(const Gist& gist) {
  for (const uint32_t key : keys_of(gist)) {
    auto& list = lists_[key];
    list.push_back(reports_);
    if (list.size() >= 2 * longest_list) list.erase(list.begin(), list.end() - longest_list);
  }
  ++reports_;
}

std::vector<uint32_t> TermIndex::candidates(const Gist& gist) const {
  std::vector<uint32_t> found, out;
  for (const uint32_t key : keys_of(gist)) {
    const auto list = lists_.find(key);
    if (list == lists_.end()) continue;
    const size_t count = std::min(list->second.size(), longest_list);
    found.insert(found.end(), list->second.end() - count, list->second.end());
  }
  std::sort(found.begin(), found.end());
  for (size_t i = 0; i + least_shared <= found.size(); ++i) {
    const uint32_t report = found[i];
    if (found[i + least_shared - 1] == report && (out.empty() || out.back() != report)) out.push_back(report);
  }
  return out;
}

}  // namespace coranto::pool
