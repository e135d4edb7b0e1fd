#include "progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "coranto/engine.h"

namespace coranto::programs {
namespace {

constexpr auto between = std::chrono::milliseconds(250);

std::string grouped(uint64_t number) {
  std::string out = std::to_string(number);
  for (size_t at = out.size(); at > 3;) out.insert(at -= 3, ",");
  return out;
}

std::string a_second(uint64_t number, double seconds) {
  return grouped(static_cast<uint64_t>(static_cast<double>(number) / std::max(1e-3, seconds)));
}

std::string duration(double seconds) {
  const auto whole = static_cast<uint64_t>(seconds);
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return std::to_string(whole / 60) + " min";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

}  // namespace

ProgressLine::ProgressLine(bool wanted) : shown_(wanted && isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO)) {}

bool ProgressLine::due() {
  const auto now = Clock::now();
  if (!shown_ || now < next_) return false;
  next_ = now + between;
  return true;
}

void ProgressLine::write(const std::string& line) {
  clear();
  std::fputs(line.c_str(), stderr);
  on_screen_ = true;
}

void ProgressLine::clear() {
  if (on_screen_) std::fputs("\r\x1b[K", stderr);
  on_screen_ = false;
}

void ProgressLine::finish() {
  if (on_screen_) std::fputc('\n', stderr);
  on_screen_ = false;
}

double ProgressLine::seconds() const { return std::chrono::duration<double>(Clock::now() - begun_).count(); }

ReadProgress::ReadProgress(const std::vector<std::string>& paths) {
  if (line_.shown()) total_ = Engine::size_of(paths);
}

std::string ReadProgress::words(double seconds) const {
  std::string out = grouped(documents_) + " reports · " + a_second(documents_, seconds) + " a second";
  if (total_ && passed_ && passed_ <= total_) {
    const double share = static_cast<double>(passed_) / static_cast<double>(total_);
    out += " · " + std::to_string(static_cast<int>(100 * share)) + " % · " + duration(seconds * (1 - share) / share) +
           " left";
  }
  if (failures_) out += " · " + grouped(failures_) + (failures_ == 1 ? " failure" : " failures");
  return out;
}

void ReadProgress::show() {
  if (line_.due()) line_.write(words(line_.seconds()));
}

std::string ParseProgress::words() const {
  char megabytes[32];
  std::snprintf(megabytes, sizeof megabytes, "%.1f MB", static_cast<double>(bytes_) / 1e6);
  return grouped(texts_) + (texts_ == 1 ? " text · " : " texts · ") + grouped(tokens_) + " tokens · " + megabytes +
         " · " + a_second(tokens_, line_.seconds()) + " tokens/s";
}

void ParseProgress::add(size_t texts, size_t tokens, size_t bytes) {
  texts_ += texts, tokens_ += tokens, bytes_ += bytes;
  if (line_.due()) line_.write(words());
}

void ParseProgress::finish() {
  if (!line_.shown()) return;
  line_.write(words());
  line_.finish();
}

}  // namespace coranto::programs
