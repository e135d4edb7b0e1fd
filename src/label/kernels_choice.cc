#include <cstdlib>
#include <string>

#include "label/kernels.h"

namespace coranto::label {
namespace {

const Result<const Kernels*>& chosen() {
  static const Result<const Kernels*> kernels = find_kernels(std::getenv("CORANTO_KERNELS"));
  return kernels;
}

}  // namespace

Result<const Kernels*> find_kernels(const char* name) {
  const auto all = all_kernels();
  if (!name) return all.front();
  std::string names;
  for (const Kernels* kernels : all) {
    if (std::string(kernels->name) == name) return kernels;
    names += std::string(names.empty() ? "" : ", ") + kernels->name;
  }
  return Error{Code::usage, "no kernels \"" + std::string(name) + "\"; this processor can run " + names,
               "CORANTO_KERNELS"};
}

const Kernels& kernels() {
  static const Kernels& best = chosen().ok() ? **chosen() : *all_kernels().front();
  return best;
}

Result<void> check_kernels() {
  if (!chosen().ok()) return chosen().error();
  return {};
}

}  // namespace coranto::label
