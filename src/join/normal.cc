#include "join/normal.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "base/utf8.h"

namespace coranto::join {
namespace {

bool is_word(char32_t point) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

struct Free {
  void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

std::string folded(std::string_view text) {
  utf8proc_uint8_t* bytes = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                      UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &bytes, options);
  const std::unique_ptr<utf8proc_uint8_t, Free> owned(bytes);
  return size < 0 ? std::string(text) : std::string(reinterpret_cast<char*>(bytes), static_cast<size_t>(size));
}

}  // namespace

std::string normal_form(std::string_view text) {
  const std::string all = folded(text);
  std::string out;
  out.reserve(all.size());
  bool gap = false;
  for (size_t at = 0; at < all.size();) {
    const auto step = utf8::decode(all, at);
    if (is_word(step.point)) {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out.append(all, at, step.size);
    } else if (step.point != 0x2019 && step.point != '\'') {  // "don't", "don’t" and "dont" are one word
      gap = true;
    }
    at += step.size;
  }
  return out;
}

}  // namespace coranto::join
