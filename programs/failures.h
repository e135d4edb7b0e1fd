// What could not be read, counted by reason.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "coranto/result.h"

namespace coranto::programs {

class Failures {
 public:
  void add(const Error& error) { ++counts_[error.code]; }
  bool any() const { return !counts_.empty(); }

  // "3 failures: 2 damaged or malformed, 1 empty", on standard error; nothing where there were none.
  void sum_up() const;

 private:
  std::map<Code, size_t> counts_;
};

}  // namespace coranto::programs
