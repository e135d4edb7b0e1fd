#include "defaults.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>

namespace coranto::programs {
namespace {

namespace fs = std::filesystem;

std::string beside_program(std::initializer_list<const char*> places) {
  std::error_code none;
  const fs::path folder = fs::read_symlink("/proc/self/exe", none).parent_path();
  for (const char* place : places) {
    const fs::path path = (folder / place).lexically_normal();
    if (fs::exists(path, none)) return path.string();
  }
  return (folder / *places.begin()).lexically_normal().string();
}

const char* set_in_environment(const char* variable) {
  const char* value = std::getenv(variable);
  return value && *value ? value : nullptr;
}

}  // namespace

std::string model_folder(const std::string& name) {
  std::error_code none;
  if (fs::is_directory(name, none)) return name;
  for (const char* prefix : {"", "en_core_web_"}) {
    const std::string package = prefix + name;
    const std::string path = beside_program({("../.deps/" + package).c_str(), ("../share/coranto/" + package).c_str()});
    if (fs::is_directory(path, none)) return path;
  }
  return name;
}

std::string default_model() {
  const char* set = set_in_environment("CORANTO_MODEL");
  return model_folder(set ? set : "en_core_web_sm");
}

void add_model_option(CLI::App& command, std::string& folder) {
  folder = default_model();
  command
      .add_option(
          "--model", folder,
          "English model: the folder of a spaCy 3.7 or 3.8 package, or sm, md or lg for one that lies with the program")
      ->transform(CLI::Validator([](std::string& name) { return name = model_folder(name), std::string(); }, ""))
      ->capture_default_str();
}

void add_precision_option(CLI::App& command, std::string& precision) {
  command
      .add_option("--precision", precision,
                  "Numbers of the network: fp32 equals spaCy; bf16x3, bf16 and int8 are faster, for processors with AMX")
      ->check(CLI::IsMember({"fp32", "bf16x3", "bf16", "int8"}))
      ->capture_default_str();
}

std::string default_data() {
  const char* set = set_in_environment("CORANTO_DATA");
  return set ? set : beside_program({"../data", "../share/coranto/data"});
}

}  // namespace coranto::programs
