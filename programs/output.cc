#include "output.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "commands.h"

namespace coranto::programs {
namespace {

void say_not_written() {
  if (errno != EPIPE) std::fprintf(stderr, "coranto: standard output cannot be written: %s\n", std::strerror(errno));
}

}  // namespace

void put(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return;
  say_not_written();
  std::_Exit(cannot_write);  // threads may be at work: nothing that they use is taken down
}

bool all_written() {
  if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return true;
  say_not_written();
  return false;
}

}  // namespace coranto::programs
