// How far a long run has come, on one line of a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace coranto::programs {

// "1,204 reports · 312 a second · 45 % · 3 min left · 2 failures" on standard error, some times a second. Shown only where
// standard error is a terminal and standard output is none, so that it stands in nothing's way.
class Progress {
 public:
  explicit Progress(const std::vector<std::string>& paths);

  void document() { ++documents_, show(); }
  void failure() { ++failures_, show(); }
  void passed(uint64_t bytes) { passed_ += bytes, show(); }

  // Takes the line away, before something else is written.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  void show();
  std::string line(double seconds) const;

  bool shown_here_ = false, on_screen_ = false;
  uint64_t total_ = 0, passed_ = 0, documents_ = 0, failures_ = 0;  // bytes; 0: not known
  Clock::time_point begun_ = Clock::now(), next_ = begun_;
};

}  // namespace coranto::programs
