#include "rooted.h"

namespace coranto {

// The one file that knows the folder, so that all others are the same in every checkout for a compiler cache.
std::string rooted(std::string_view path) { return CORANTO_ROOT + std::string(path); }

}  // namespace coranto
