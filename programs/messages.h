// How the program speaks of what went wrong, and with which exit codes it ends.
#pragma once

#include <cstdio>

#include "coranto/result.h"

namespace coranto::programs {

inline constexpr int exit_done = 0;
inline constexpr int exit_input_failed = 1;  // an input could not be read; the others were
inline constexpr int exit_usage = 2;
inline constexpr int exit_cannot_open = 3;   // model, tables or record

inline void complain(const Error& error) { std::fprintf(stderr, "coranto: %s\n", error.text().c_str()); }

}  // namespace coranto::programs
