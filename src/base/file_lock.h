// A lock on a file that ends with the process, however that ends.
#pragma once

#include <string>

#include "coranto/result.h"

namespace coranto {

class FileLock {
 public:
  enum class Kind { shared, exclusive };

  // Takes the lock or fails at once with Code::record. The file is made if it is missing; a shared lock on a file that
  // is missing and cannot be made is none, and no failure.
  static Result<FileLock> take(const std::string& path, Kind kind);

  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace coranto
