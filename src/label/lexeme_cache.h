// Vectors of lexemes already computed, shared by all threads.
//
// News repeats itself: some ten thousand lexemes make nearly all tokens. The first `capacity` distinct ones are kept
// for good, later ones are computed each time, so that memory is bounded and nothing is ever moved or freed. Readers
// take no lock and never wait; a writer takes one slot by compare-and-swap.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <memory>

namespace coranto::label {

class LexemeCache {
 public:
  using Key = std::array<uint64_t, 7>;

  // Memory for `capacity` (a power of two) vectors is reserved and taken as it is used.
  LexemeCache(uint32_t capacity, uint32_t width);

  // The vector of `key` or null. It stays valid as long as the cache.
  const float* find(const Key& key) const;
  void insert(const Key& key, const float* vector);

  // Whether nothing more is kept.
  bool full() const { return taken_->load(std::memory_order_relaxed) >= capacity_; }

  static uint64_t hash(const Key& key);

 private:
  template <typename T>
  struct Release {
    void operator()(T* memory) const { std::free(memory); }
  };
  using Slot = std::atomic<uint32_t>;  // 0: empty, else the entry's number + 1

  const Key* key_of(uint32_t entry) const;
  float* vector_of(uint32_t entry) const;

  uint32_t capacity_;
  uint32_t width_;
  std::unique_ptr<Slot[], Release<Slot>> slots_;
  std::unique_ptr<Key[], Release<Key>> keys_;
  std::unique_ptr<float[], Release<float>> vectors_;
  std::unique_ptr<std::atomic<uint32_t>> taken_;
};

}  // namespace coranto::label
