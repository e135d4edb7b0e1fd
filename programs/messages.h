// How the program speaks of what went wrong.
#pragma once

#include <cstdio>

#include "coranto/result.h"

namespace coranto::programs {

inline void complain(const Error& error) { std::fprintf(stderr, "coranto: %s\n", error.text().c_str()); }

}  // namespace coranto::programs
