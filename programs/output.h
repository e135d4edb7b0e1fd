// Standard output of commands that may write for long: what cannot be written ends them at once.
#pragma once

#include <string_view>

namespace coranto::programs {

// Writes all of `text`. If it cannot be written, the program says why and ends with `cannot_write`; silently where
// nobody reads any more (a closed pipe), as it would by the signal.
void put(std::string_view text);

// Writes what is still held back; false, with a message, if that or an earlier writing failed.
bool all_written();

}  // namespace coranto::programs
