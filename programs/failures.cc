#include "failures.h"

#include <cstdio>

namespace coranto::programs {
namespace {

const char* words(Code code) {
  switch (code) {
    case Code::not_found:
      return "not found";
    case Code::unreadable:
      return "not readable";
    case Code::empty:
      return "without text";
    case Code::binary:
      return "not text";
    case Code::encoding:
      return "broken in their encoding";
    case Code::too_large:
      return "too large";
    case Code::malformed:
      return "damaged or malformed";
    default:
      return "for another reason";
  }
}

}  // namespace

void Failures::sum_up() const {
  size_t all = 0;
  std::string reasons;
  for (const auto& [code, count] : counts_) {
    all += count;
    reasons += (reasons.empty() ? "" : ", ") + std::to_string(count) + ' ' + words(code);
  }
  if (all) std::fprintf(stderr, "%zu %s: %s\n", all, all == 1 ? "failure" : "failures", reasons.c_str());
}

}  // namespace coranto::programs
