// How far `coranto parse` has come, on one line of a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace coranto::programs {

// "1,204 texts · 812,345 tokens · 4.1 MB · 95,210 tokens/s" on standard error, some times a second. Shown only where that
// is a terminal and standard output is none: it is in no file, and nothing else is written over it.
class ParseProgress {
 public:
  explicit ParseProgress(bool wanted);

  // What was done since the last time; `bytes` of text.
  void add(size_t texts, size_t tokens, size_t bytes);

  // Takes the line away, before something else is written.
  void clear();

  // Leaves the last figures standing.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;

  void show();
  std::string line() const;

  bool shown_ = false, on_screen_ = false;
  size_t texts_ = 0, tokens_ = 0, bytes_ = 0;
  Clock::time_point begun_ = Clock::now(), next_ = begun_;
};

}  // namespace coranto::programs
