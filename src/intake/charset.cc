#include "intake/charset.h"

#include <lexbor/encoding/encoding.h>
#include <lexbor/html/encoding.h>
#include <uchardet.h>

#include <array>
#include <memory>

#include "base/utf8.h"

namespace coranto::intake {
namespace {

const lxb_char_t* bytes_of(std::string_view text) { return reinterpret_cast<const lxb_char_t*>(text.data()); }

const lxb_encoding_data_t* declared(std::string_view page) {
  const auto head = page.substr(0, 1024);
  lxb_html_encoding_t scan{};
  if (lxb_html_encoding_init(&scan) != LXB_STATUS_OK) return nullptr;
  size_t length = 0;
  const lxb_char_t* name = lxb_html_encoding_prescan(&scan, bytes_of(head), bytes_of(head) + head.size(), &length);
  const auto* found = name ? lxb_encoding_data_by_name(name, length) : nullptr;
  lxb_html_encoding_destroy(&scan, false);
  return found;
}

struct FreeGuess {
  void operator()(uchardet* guess) const { uchardet_delete(guess); }
};

const lxb_encoding_data_t* guessed(std::string_view page) {
  const std::unique_ptr<uchardet, FreeGuess> guess(uchardet_new());
  uchardet_handle_data(guess.get(), page.data(), page.size());
  uchardet_data_end(guess.get());
  const std::string_view name = uchardet_get_charset(guess.get());
  return name.empty() ? nullptr : lxb_encoding_data_by_name(bytes_of(name), name.size());
}

const lxb_encoding_data_t* encoding_of(std::string_view page) {
  const auto marked = lxb_encoding_bom_sniff(bytes_of(page), page.size());
  if (marked != LXB_ENCODING_DEFAULT) return lxb_encoding_data(marked);
  if (const auto* stated = declared(page)) return stated;
  if (utf8::first_invalid(page) == std::string_view::npos) return lxb_encoding_data(LXB_ENCODING_UTF_8);
  if (const auto* guess = guessed(page)) return guess;
  return lxb_encoding_data(LXB_ENCODING_WINDOWS_1252);
}

void append_points(std::string& out, const lxb_codepoint_t* points, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    if (points[i] != 0xFEFF && points[i] != 0) utf8::append(out, points[i]);
  }
}

}  // namespace

std::string to_utf8(std::string_view page) {
  const auto* encoding = encoding_of(page);
  std::array<lxb_codepoint_t, 4096> points;
  constexpr lxb_codepoint_t broken = 0xFFFD;
  lxb_encoding_decode_t decode;
  lxb_encoding_decode_init(&decode, encoding, points.data(), points.size());
  lxb_encoding_decode_replace_set(&decode, &broken, 1);
  std::string out;
  out.reserve(page.size());
  const lxb_char_t* at = bytes_of(page);
  for (const lxb_char_t* end = at + page.size();;) {
    const auto status = encoding->decode(&decode, &at, end);
    append_points(out, points.data(), lxb_encoding_decode_buf_used(&decode));
    lxb_encoding_decode_buf_used_set(&decode, 0);
    if (status != LXB_STATUS_SMALL_BUFFER) break;
  }
  lxb_encoding_decode_finish(&decode);
  append_points(out, points.data(), lxb_encoding_decode_buf_used(&decode));
  return out;
}

}  // namespace coranto::intake
