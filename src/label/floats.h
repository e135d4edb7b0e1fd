// A growable array of floats on cache line borders, for matrices. Growing does not keep what was in it.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>

namespace coranto::label {

class Floats {
 public:
  Floats() = default;
  explicit Floats(size_t size) { resize(size), clear(); }

  // Contents are undefined afterwards.
  void resize(size_t size) {
    if (size > capacity_) {
      held_.reset(static_cast<float*>(::operator new (size * sizeof(float), std::align_val_t{64})));
      capacity_ = size;
    }
    size_ = size;
  }
  void clear() {
    if (size_) std::memset(data(), 0, size_ * sizeof(float));
  }

  size_t size() const { return size_; }
  size_t capacity() const { return capacity_; }
  float* data() { return held_.get(); }
  const float* data() const { return held_.get(); }
  float& operator[](size_t at) { return held_[at]; }
  float operator[](size_t at) const { return held_[at]; }

 private:
  struct Release {
    void operator()(float* floats) const { ::operator delete (floats, std::align_val_t{64}); }
  };
  std::unique_ptr<float[], Release> held_;
  size_t size_ = 0;
  size_t capacity_ = 0;
};

}  // namespace coranto::label
