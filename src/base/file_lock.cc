#include "base/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace coranto {

Result<FileLock> FileLock::take(const std::string& path, Kind kind) {
  const bool shared = kind == Kind::shared;
  int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    if (shared) return FileLock(-1);
    return Error{Code::record, std::strerror(errno), path};
  }
  FileLock lock(descriptor);
  if (::flock(descriptor, (shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0) return lock;
  const char* reason = shared ? "is being written by another process; try again when it is done"
                              : "is open elsewhere: one process writes at a time, and nobody reads meanwhile";
  return Error{Code::record, errno == EWOULDBLOCK ? reason : std::strerror(errno), path};
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace coranto
