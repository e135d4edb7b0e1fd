#include "progress.h"

#include <unistd.h>

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

std::string duration(double seconds) {
  const auto whole = static_cast<uint64_t>(seconds);
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return std::to_string(whole / 60) + " min";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

}  // namespace

Progress::Progress(const std::vector<std::string>& paths)
    : shown_here_(isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO)) {
  if (shown_here_) total_ = Engine::size_of(paths);
}

std::string Progress::line(double seconds) const {
  const auto rate = static_cast<uint64_t>(static_cast<double>(documents_) / seconds);
  std::string out = grouped(documents_) + " reports · " + grouped(rate) + " a second";
  if (total_ && passed_ && passed_ <= total_) {
    const double share = static_cast<double>(passed_) / static_cast<double>(total_);
    out += " · " + std::to_string(static_cast<int>(100 * share)) + " % · " + duration(seconds * (1 - share) / share) +
           " left";
  }
  if (failures_) out += " · " + grouped(failures_) + (failures_ == 1 ? " failure" : " failures");
  return out;
}

void Progress::show() {
  const auto now = Clock::now();
  if (!shown_here_ || now < next_ + between) return;
  next_ = now;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  std::fprintf(stderr, "\r\x1b[K%s", line(seconds).c_str());
  on_screen_ = true;
}

void Progress::clear() {
  if (on_screen_) std::fputs("\r\x1b[K", stderr);
  on_screen_ = false;
}

}  // namespace coranto::programs
