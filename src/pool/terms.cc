#include "pool/terms.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/hash.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace coranto::pool {
namespace {

constexpr size_t sorts = 3;
constexpr size_t most[sorts] = {24, 8, 40};  // kept of names, places, words
constexpr uint32_t lead = 600;               // bytes: what stands there counts half as much again
constexpr double in_lead = 1.5, in_title = 2;
constexpr double units = 7;  // of a weight in a gist

// Hashes of the runs of letters and digits of `text`, in lower case.
std::vector<uint64_t> hashes_of_words(std::string_view text) {
  std::vector<uint64_t> out;
  std::string word;
  for (size_t at = 0; at <= text.size();) {
    const auto step = at < text.size() ? utf8::decode(text, at) : utf8::Step{' ', 1};
    at += step.size;
    if (unicode::is_alpha(step.point) || unicode::is_digit(step.point)) {
      utf8::append(word, step.point);
      continue;
    }
    if (!word.empty()) out.push_back(hash64(unicode::lower(word)));
    word.clear();
  }
  return out;
}

// Leaves the `count` weightiest.
void keep_weightiest(Gist& list, size_t count) {
  std::sort(list.begin(), list.end(),
            [](uint32_t a, uint32_t b) { return weight_of(a) != weight_of(b) ? weight_of(a) > weight_of(b) : a < b; });
  list.resize(std::min(list.size(), count));
}

}  // namespace

Terms::Terms(std::string_view title) : title_(hashes_of_words(title)) {}

void Terms::add(Sort sort, std::string_view form, double weight, Span at) {
  std::string text(1, static_cast<char>('0' + static_cast<int>(sort)));
  text += form;
  const auto key = static_cast<uint32_t>(hash64(text) >> 41) | (sort == Sort::word ? 1u << 23 : 0);
  const auto [term, is_new] = terms_.try_emplace(key, Term{sort, weight, 0});
  if (is_new && std::find(title_.begin(), title_.end(), hash64(form)) != title_.end()) term->second.count = in_title;
  term->second.count += at.begin < lead ? in_lead : 1;
}

Gist Terms::gist() const {
  Gist lists[sorts], out;
  for (const auto& [key, term] : terms_) {
    const double value = std::round(units * term.weight * (1 + std::log(term.count)));
    if (value >= 1) lists[static_cast<size_t>(term.sort)].push_back(key << 8 | uint32_t(std::min(value, 255.0)));
  }
  for (size_t sort = 0; sort < sorts; ++sort) {
    keep_weightiest(lists[sort], most[sort]);
    out.insert(out.end(), lists[sort].begin(), lists[sort].end());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace coranto::pool
