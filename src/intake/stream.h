// Bytes that come one stretch after the other, from wherever they come.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "coranto/result.h"

namespace coranto::intake {

class Stream {
 public:
  virtual ~Stream() = default;

  // Up to `most` bytes into `to`; 0 at the end. After an error only `resume` goes on.
  virtual Result<size_t> read(char* to, size_t most) = 0;

  // Of the bytes given, how many are known to be whole: what a later checksum may still condemn is not.
  virtual uint64_t sound() const { return UINT64_MAX; }

  // After an error: goes on where a part begins that can be read and begins with `head`. False if there is none.
  virtual bool resume(std::string_view head) { return (void)head, false; }
};

// Bytes in memory, of which each call gives at most `piece`.
class Memory : public Stream {
 public:
  explicit Memory(std::string bytes, size_t piece = SIZE_MAX) : bytes_(std::move(bytes)), piece_(piece) {}
  Result<size_t> read(char* to, size_t most) override {
    const size_t got = bytes_.copy(to, most < piece_ ? most : piece_, at_);
    at_ += got;
    return got;
  }

 private:
  std::string bytes_;
  size_t piece_, at_ = 0;
};

// A stream with a look ahead, and a way back to a mark. Holds what was looked at and not passed, and some 64 KiB more.
class Window {
 public:
  explicit Window(std::unique_ptr<Stream> stream) : stream_(std::move(stream)) {}

  // What comes next: at least `least` bytes, fewer only where the stream ends or fails. Lives until the next call.
  std::string_view ahead(size_t least);
  void pass(size_t count) { at_ += count; }

  // How many bytes were passed.
  uint64_t at() const { return base_ + at_; }

  // The error that ended the stream, where one did. What came before it can still be passed.
  const Result<void>& state() const { return state_; }

  // From now on `rewind` comes back here, or as near as the last `most_kept` bytes reach.
  void mark() { mark_ = at_, marked_ = true; }
  void rewind() { at_ = marked_ ? mark_ : at_; }

  // After an error: see Stream. Drops what was not passed.
  bool resume(std::string_view head);

  uint64_t sound() const { return stream_->sound(); }

  static constexpr size_t most_kept = 4 << 20;

 private:
  void fill();
  void forget();

  std::unique_ptr<Stream> stream_;
  std::string held_;
  size_t at_ = 0, mark_ = 0;  // in held_
  uint64_t base_ = 0;         // bytes of the stream before held_
  bool marked_ = false, ended_ = false;
  Result<void> state_;
};

// A window as a stream: what was not passed of it.
std::unique_ptr<Stream> rest_of(Window window);

// The bytes of a file as they are; "-" is standard input, of which each read gives what is there. `passed` is told how
// many were read, time after time; `waiting` is called before standard input is waited for that holds nothing now.
Result<std::unique_ptr<Stream>> open_file(const std::string& path, std::function<void(size_t)> passed = {},
                                          std::function<void()> waiting = {});

}  // namespace coranto::intake
