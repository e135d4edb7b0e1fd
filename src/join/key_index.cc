#include "join/key_index.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace coranto::join {
namespace {

constexpr size_t few_keys = 8;  // a text that has no more is looked up by each of them
constexpr uint32_t enough = 8;  // of evidence, in quarters of a key
constexpr size_t rare = 16;     // texts; a key that more of them have counts a quarter
constexpr unsigned entries_a_begin = 8;

struct Shared {
  uint32_t text;
  uint32_t evidence;
};

// The smallest keys of a text are its keys, so they are crowded; these are not (Fibonacci hashing: Knuth, "The Art of
// Computer Programming" 3, 6.4).
uint32_t mixed(uint32_t key) { return key * 0x9E3779B1u; }

}  // namespace

void KeyIndex::Run::index() {
  const size_t wanted = std::bit_ceil(std::max<size_t>(1, mixed.size() / entries_a_begin));
  shift = 32 - static_cast<unsigned>(std::countr_zero(wanted));
  begins.assign(wanted + 1, static_cast<uint32_t>(mixed.size()));
  for (size_t at = mixed.size(); at-- > 0;) begins[uint64_t{mixed[at]} >> shift] = static_cast<uint32_t>(at);
  for (size_t i = wanted; i-- > 0;) begins[i] = std::min(begins[i], begins[i + 1]);
}

std::span<const uint32_t> KeyIndex::Run::of(uint32_t key) const {
  const size_t slot = uint64_t{key} >> shift;
  uint32_t begin = begins[slot];
  const uint32_t stop = begins[slot + 1];
  while (begin < stop && mixed[begin] < key) ++begin;
  uint32_t end = begin;
  while (end < stop && mixed[end] == key) ++end;
  return std::span(texts).subspan(begin, end - begin);
}

KeyIndex::Run KeyIndex::merged(const Run& older, const Run& newer) {
  Run out;
  const size_t size = older.mixed.size() + newer.mixed.size();
  out.mixed.reserve(size), out.texts.reserve(size);
  size_t a = 0, b = 0, alike = 0;
  while (a < older.mixed.size() || b < newer.mixed.size()) {
    const bool first = b == newer.mixed.size() || (a < older.mixed.size() && older.mixed[a] <= newer.mixed[b]);
    const uint32_t key = first ? older.mixed[a] : newer.mixed[b];
    const uint32_t text = first ? older.texts[a++] : newer.texts[b++];
    alike = !out.mixed.empty() && out.mixed.back() == key ? alike + 1 : 0;
    if (alike < longest_list) out.mixed.push_back(key), out.texts.push_back(text);
  }
  out.index();
  return out;
}

void KeyIndex::add(uint32_t text, std::span<const uint32_t> keys) {
  evidence_.resize(std::max<size_t>(evidence_.size(), text + 1));
  for (uint32_t key : keys) unsettled_.push_back(uint64_t{mixed(key)} << 32 | text);
}

void KeyIndex::settle() {
  if (unsettled_.empty()) return;
  std::sort(unsettled_.begin(), unsettled_.end());
  Run run;
  for (uint64_t one : unsettled_) {
    run.mixed.push_back(static_cast<uint32_t>(one >> 32)), run.texts.push_back(static_cast<uint32_t>(one));
  }
  unsettled_.clear();
  run.index();
  while (!runs_.empty() && runs_.back().mixed.size() < 2 * run.mixed.size()) {
    run = merged(runs_.back(), run);
    runs_.pop_back();
  }
  runs_.push_back(std::move(run));
}

void KeyIndex::find(uint32_t key, std::vector<uint32_t>& out) const {
  out.clear();
  for (const Run& run : runs_) {
    const auto found = run.of(mixed(key));
    out.insert(out.end(), found.begin(), found.end());
  }
  out.resize(std::min(out.size(), longest_list));
}

std::vector<uint32_t> KeyIndex::texts(uint32_t key) const {
  std::vector<uint32_t> out;
  find(key, out);
  return out;
}

// Where all keys will be looked for is asked of memory at once, for each of the places is far from the others.
void KeyIndex::fetch(std::span<const uint32_t> keys) const {
  for (const Run& run : runs_) {
    for (uint32_t key : keys) __builtin_prefetch(&run.begins[uint64_t{mixed(key)} >> run.shift]);
  }
  for (const Run& run : runs_) {
    for (uint32_t key : keys) {
      const uint32_t begin = run.begins[uint64_t{mixed(key)} >> run.shift];
      __builtin_prefetch(run.mixed.data() + begin);
      __builtin_prefetch(run.texts.data() + begin);
    }
  }
}

std::vector<uint32_t> KeyIndex::candidates(std::span<const uint32_t> keys) const {
  fetch(keys);
  std::vector<uint32_t> list, met;
  for (uint32_t key : keys) {
    find(key, list);
    for (uint32_t text : list) {
      if (evidence_[text] == 0) met.push_back(text);
      evidence_[text] = static_cast<uint16_t>(evidence_[text] + (list.size() > rare ? 1 : 4));
    }
  }
  const uint32_t least = keys.size() > few_keys ? enough : 1;
  std::vector<Shared> shared;
  for (uint32_t text : met) {
    const uint32_t evidence = std::exchange(evidence_[text], uint16_t{0});
    if (evidence >= least) shared.push_back({text, evidence});
  }
  const auto best = shared.begin() + static_cast<ptrdiff_t>(std::min(most_candidates, shared.size()));
  std::partial_sort(shared.begin(), best, shared.end(), [](const Shared& a, const Shared& b) {
    return std::pair(b.evidence, a.text) < std::pair(a.evidence, b.text);
  });
  std::vector<uint32_t> out;
  for (auto one = shared.begin(); one != best; ++one) out.push_back(one->text);
  return out;
}

size_t KeyIndex::bytes() const {
  size_t out = unsettled_.capacity() * sizeof(uint64_t) + evidence_.capacity() * sizeof(uint16_t);
  for (const Run& run : runs_) out += 4 * (run.mixed.capacity() + run.texts.capacity() + run.begins.capacity());
  return out;
}

}  // namespace coranto::join
