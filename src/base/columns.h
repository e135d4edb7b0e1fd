// How wide a text is on a terminal.
#pragma once

#include <cstddef>
#include <string_view>

namespace coranto::utf8 {

// Columns that `text` takes: East Asian wide characters two, combining marks none.
size_t columns(std::string_view text);

}  // namespace coranto::utf8
