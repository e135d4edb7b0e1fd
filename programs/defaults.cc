#include "defaults.h"

#include <cstdlib>
#include <filesystem>

namespace coranto::programs {
namespace {

namespace fs = std::filesystem;

std::string first_there(const char* variable, std::initializer_list<const char*> beside_program) {
  if (const char* set = std::getenv(variable); set && *set) return set;
  std::error_code none;
  const fs::path folder = fs::read_symlink("/proc/self/exe", none).parent_path();
  for (const char* place : beside_program) {
    const fs::path path = (folder / place).lexically_normal();
    if (fs::exists(path, none)) return path.string();
  }
  return (folder / *beside_program.begin()).lexically_normal().string();
}

}  // namespace

std::string default_model() {
  return first_there("CORANTO_MODEL", {"../.deps/en_core_web_sm", "../share/coranto/en_core_web_sm"});
}

std::string default_data() { return first_there("CORANTO_DATA", {"../data", "../share/coranto/data"}); }

}  // namespace coranto::programs
