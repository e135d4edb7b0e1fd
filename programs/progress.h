// How far a long run has come, on one line of a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace coranto::programs {

// A line on standard error that is written anew some times a second. Shown only where standard error is a terminal and
// standard output is none: it is in no file, and nothing else is written over it.
class ProgressLine {
 public:
  explicit ProgressLine(bool wanted);

  bool shown() const { return shown_; }

  // Whether the line is to be written anew.
  bool due();

  void write(const std::string& line);

  // Takes the line away, before something else is written.
  void clear();

  // Leaves the line standing.
  void finish();

  double seconds() const;  // since the run began

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_ = false, on_screen_ = false;
  Clock::time_point begun_ = Clock::now(), next_ = begun_;
};

// "1,204 reports · 312 a second · 45 % · 3 min left · 2 failures".
class ReadProgress {
 public:
  explicit ReadProgress(const std::vector<std::string>& paths);

  void document() { ++documents_, show(); }
  void failure() { ++failures_, show(); }
  void passed(uint64_t bytes) { passed_ += bytes, show(); }
  void clear() { line_.clear(); }

 private:
  void show();
  std::string words(double seconds) const;

  ProgressLine line_{true};
  uint64_t total_ = 0, passed_ = 0, documents_ = 0, failures_ = 0;  // bytes; 0: not known
};

// "1,204 texts · 812,345 tokens · 4.1 MB · 95,210 tokens/s".
class ParseProgress {
 public:
  explicit ParseProgress(bool wanted) : line_(wanted) {}

  // What was done since the last time; `bytes` of text.
  void add(size_t texts, size_t tokens, size_t bytes);
  void clear() { line_.clear(); }

  // Leaves the last figures standing.
  void finish();

 private:
  std::string words() const;

  ProgressLine line_;
  size_t texts_ = 0, tokens_ = 0, bytes_ = 0;
};

}  // namespace coranto::programs
