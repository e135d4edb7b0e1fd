// A file read through memory: opened, mapped read-only, unmapped when the object goes. Costs no copy; pages come in as
// they are touched.
#pragma once

#include <string>
#include <string_view>

#include "coranto/result.h"

namespace coranto {

class MappedFile {
 public:
  // Fails with Code::not_found or Code::unreadable (also for what is no regular file).
  static Result<MappedFile> open(const std::string& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  // Valid as long as this object, wherever it is moved to.
  std::string_view bytes() const { return {begin_, size_}; }

 private:
  MappedFile(const char* begin, size_t size) : begin_(begin), size_(size) {}
  const char* begin_ = nullptr;
  size_t size_ = 0;
};

}  // namespace coranto
