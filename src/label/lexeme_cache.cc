#include "label/lexeme_cache.h"

#include <cstring>

namespace coranto::label {
namespace {

// Zeroed memory that the system hands out page by page as it is touched; null where there is none.
template <typename T>
T* reserve(size_t count) {
  return static_cast<T*>(std::calloc(count, sizeof(T)));
}

}  // namespace

uint64_t LexemeCache::hash(const Key& key) {
  uint64_t state = 0;
  for (uint64_t id : key) {
    state = (state ^ id) * 0x9E3779B97F4A7C15u;
    state ^= state >> 29;
  }
  return state ^ state >> 32;
}

LexemeCache::LexemeCache(uint32_t capacity, uint32_t width)
    : capacity_(capacity),
      width_(width),
      slots_(reserve<Slot>(size_t{2} * capacity)),
      keys_(reserve<Key>(capacity)),
      vectors_(reserve<float>(size_t{capacity} * width)),
      taken_(std::make_unique<std::atomic<uint32_t>>(0)) {
  if (!slots_ || !keys_ || !vectors_) capacity_ = 0;
}

const LexemeCache::Key* LexemeCache::key_of(uint32_t entry) const { return &keys_[entry]; }
float* LexemeCache::vector_of(uint32_t entry) const { return &vectors_[size_t{entry} * width_]; }

const float* LexemeCache::find(const Key& key) const {
  if (capacity_ == 0) return nullptr;
  const uint64_t mask = uint64_t{2} * capacity_ - 1;
  for (uint64_t at = hash(key) & mask;; at = (at + 1) & mask) {
    const uint32_t held = slots_[at].load(std::memory_order_acquire);
    if (held == 0) return nullptr;
    if (*key_of(held - 1) == key) return vector_of(held - 1);
  }
}

void LexemeCache::insert(const Key& key, const float* vector) {
  if (taken_->load(std::memory_order_relaxed) >= capacity_) return;
  const uint32_t entry = taken_->fetch_add(1, std::memory_order_relaxed);
  if (entry >= capacity_) return;
  keys_[entry] = key;
  std::memcpy(vector_of(entry), vector, width_ * sizeof(float));
  const uint64_t mask = uint64_t{2} * capacity_ - 1;
  for (uint64_t at = hash(key) & mask;; at = (at + 1) & mask) {
    uint32_t held = 0;
    if (slots_[at].compare_exchange_strong(held, entry + 1, std::memory_order_acq_rel)) return;
    if (*key_of(held - 1) == key) return;  // another thread was first; the entry stays unused
  }
}

}  // namespace coranto::label
