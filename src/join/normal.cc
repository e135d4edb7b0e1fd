#include "join/normal.h"

#include <utf8proc.h>

#include <algorithm>
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

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Where the stretch of ASCII from `at` on ends. Its last character is left to what follows: a mark may join it.
size_t end_of_ascii(std::string_view text, size_t at) {
  while (at < text.size() && is_ascii(text[at])) ++at;
  return at == text.size() || at == 0 ? at : at - 1;
}

size_t end_of_rest(std::string_view text, size_t at) {
  if (at < text.size()) ++at;
  while (at < text.size() && !is_ascii(text[at])) ++at;
  return at;
}

// Words are added one after the other, a blank between them.
class Words {
 public:
  explicit Words(size_t size) { out_.reserve(size); }

  void add_ascii(std::string_view text) {
    for (char c : text) {
      const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      if ((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9')) {
        close_gap();
        out_ += lower;
      } else if (c != '\'' && c != 0x7F && (c >= ' ' || (c >= '\t' && c <= '\r'))) {
        gap_ = true;
      } else if (c != '\'') {
        add_folded({&c, 1});
      }
    }
  }

  void add_folded(std::string_view text) {
    const std::string all = folded(text);
    for (size_t at = 0; at < all.size();) {
      const auto step = utf8::decode(all, at);
      if (is_word(step.point)) {
        close_gap();
        out_.append(all, at, step.size);
      } else if (step.point != 0x2019 && step.point != '\'') {  // "don't", "don’t" and "dont" are one word
        gap_ = true;
      }
      at += step.size;
    }
  }

  std::string finish() { return std::move(out_); }

 private:
  void close_gap() {
    if (gap_ && !out_.empty()) out_ += ' ';
    gap_ = false;
  }

  std::string out_;
  bool gap_ = false;
};

}  // namespace

// Nearly all of a text is ASCII, which needs no tables.
std::string normal_form(std::string_view text) {
  Words words(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t ascii = std::max(at, end_of_ascii(text, at));
    words.add_ascii(text.substr(at, ascii - at));
    at = end_of_rest(text, ascii);
    words.add_folded(text.substr(ascii, at - ascii));
  }
  return words.finish();
}

}  // namespace coranto::join
