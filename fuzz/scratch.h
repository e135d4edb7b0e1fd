// What fuzz targets share: their bytes as text, a folder for readers that open files, a judge that stops the run.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace coranto::fuzz {

inline std::string_view text_of(const uint8_t* bytes, size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

// A folder in memory where there is one, removed at the end of the process.
class Scratch {
 public:
  Scratch() {
    const char* in = std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp";
    std::string pattern = std::string(in) + "/coranto-fuzz-XXXXXX";
    require(mkdtemp(pattern.data()) != nullptr, "no temporary folder");
    folder_ = pattern;
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const std::string& folder() const { return folder_; }
  std::string path(std::string_view name) const { return folder_ + "/" + std::string(name); }

  // A file that was there, or a link, gives way.
  std::string write(std::string_view name, std::string_view bytes) const {
    const std::filesystem::path to = path(name);
    std::filesystem::create_directories(to.parent_path());
    std::filesystem::remove(to);
    std::ofstream(to, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return to;
  }

 private:
  std::string folder_;
};

}  // namespace coranto::fuzz
