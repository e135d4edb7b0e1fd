#include "base/columns.h"

#include <utf8proc.h>

#include "base/utf8.h"

namespace coranto::utf8 {

size_t columns(std::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) {
    const Step step = decode(text, at);
    width += static_cast<size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(step.point)));
    at += step.size;
  }
  return width;
}

}  // namespace coranto::utf8
