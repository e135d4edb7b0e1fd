#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace coranto {
namespace {

Error failure(const std::string& path) {
  const int reason = errno;
  return {reason == ENOENT || reason == ENOTDIR ? Code::not_found : Code::unreadable, std::strerror(reason), path};
}

struct Descriptor {
  int number;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) return failure(path);
  struct stat status {};
  if (::fstat(file.number, &status) != 0) return failure(path);
  if (!S_ISREG(status.st_mode)) return Error{Code::unreadable, "not a regular file", path};
  const auto size = static_cast<size_t>(status.st_size);
  if (size == 0) return MappedFile(nullptr, 0);
  void* begin = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number, 0);
  if (begin == MAP_FAILED) return failure(path);
  return MappedFile(static_cast<const char*>(begin), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : begin_(std::exchange(other.begin_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(begin_, other.begin_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (begin_) ::munmap(const_cast<char*>(begin_), size_);
}

}  // namespace coranto
