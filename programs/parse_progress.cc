#include "parse_progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace coranto::programs {
namespace {

constexpr auto between = std::chrono::milliseconds(250);

std::string grouped(size_t number) {
  std::string out = std::to_string(number);
  for (size_t at = out.size(); at > 3;) out.insert(at -= 3, ",");
  return out;
}

}  // namespace

ParseProgress::ParseProgress(bool wanted) : shown_(wanted && isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO)) {}

void ParseProgress::add(size_t texts, size_t tokens, size_t bytes) {
  texts_ += texts, tokens_ += tokens, bytes_ += bytes;
  const auto now = Clock::now();
  if (!shown_ || now < next_) return;
  next_ = now + between;
  show();
}

void ParseProgress::clear() {
  if (on_screen_) std::fputs("\r\x1b[K", stderr);
  on_screen_ = false;
}

void ParseProgress::finish() {
  if (!shown_) return;
  show();
  std::fputc('\n', stderr);
}

void ParseProgress::show() {
  clear();
  std::fputs(line().c_str(), stderr);
  on_screen_ = true;
}

std::string ParseProgress::line() const {
  const double seconds = std::max(1e-3, std::chrono::duration<double>(Clock::now() - begun_).count());
  char megabytes[32];
  std::snprintf(megabytes, sizeof megabytes, "%.1f MB", static_cast<double>(bytes_) / 1e6);
  return grouped(texts_) + (texts_ == 1 ? " text · " : " texts · ") + grouped(tokens_) + " tokens · " + megabytes +
         " · " + grouped(static_cast<size_t>(static_cast<double>(tokens_) / seconds)) + " tokens/s";
}

}  // namespace coranto::programs
