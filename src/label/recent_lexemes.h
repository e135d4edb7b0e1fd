// Vectors of the lexemes that one thread has met lately, for those that LexemeCache had no place for: where a stream of
// texts begins with many rare forms, or changes its language, common words come after the cache is full.
#pragma once

#include <vector>

#include "label/floats.h"
#include "label/lexeme_cache.h"

namespace coranto::label {

// Memory is taken with the first insertion: 4,096 places of some 450 bytes. A lexeme takes the place that its key names
// from the one before it.
class RecentLexemes {
 public:
  // The vector that `owner` (keys mean what their owner says) has inserted, or null; valid until the next insertion.
  const float* find(const void* owner, const LexemeCache::Key& key) const {
    if (entries_.empty()) return nullptr;
    const size_t at = LexemeCache::hash(key) % places;
    const Entry& entry = entries_[at];
    return entry.owner == owner && entry.key == key ? vectors_.data() + at * width_ : nullptr;
  }

  // Vectors of another `width` than the first one's are not kept.
  void insert(const void* owner, const LexemeCache::Key& key, const float* vector, size_t width) {
    if (entries_.empty()) {
      entries_.resize(places);
      vectors_.resize(places * width);
      width_ = width;
    }
    if (width != width_) return;
    const size_t at = LexemeCache::hash(key) % places;
    entries_[at] = {owner, key};
    std::memcpy(vectors_.data() + at * width_, vector, width_ * sizeof(float));
  }

 private:
  static constexpr size_t places = 4096;
  struct Entry {
    const void* owner = nullptr;
    LexemeCache::Key key{};
  };

  std::vector<Entry> entries_;
  Floats vectors_;
  size_t width_ = 0;
};

}  // namespace coranto::label
