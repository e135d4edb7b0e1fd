#include "intake/charset.h"

#include <lexbor/encoding/encoding.h>
#include <lexbor/html/encoding.h>
#include <uchardet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/utf8.h"

namespace coranto::intake {
namespace {

const lxb_char_t* bytes_of(std::string_view text) { return reinterpret_cast<const lxb_char_t*>(text.data()); }

using Encoding = const lxb_encoding_data_t*;

Encoding declared(std::string_view page) {
  const auto head = page.substr(0, 1024);
  lxb_html_encoding_t scan{};
  if (lxb_html_encoding_init(&scan) != LXB_STATUS_OK) return nullptr;
  size_t length = 0;
  const lxb_char_t* name = lxb_html_encoding_prescan(&scan, bytes_of(head), bytes_of(head) + head.size(), &length);
  Encoding found = name ? lxb_encoding_data_prescan_validate(name, length) : nullptr;
  lxb_html_encoding_destroy(&scan, false);
  return found;
}

struct FreeGuess {
  void operator()(uchardet* guess) const { uchardet_delete(guess); }
};

// encoding="..." of <?xml version="1.0" encoding="..."?>, which is read before its charset is known: UTF-16 is none.
Encoding declared_in_xml(std::string_view xml) {
  if (!xml.starts_with("<?xml")) return nullptr;
  xml = xml.substr(0, std::min(xml.find("?>"), size_t{1024}));
  const size_t at = xml.find("encoding");
  const size_t open = at == std::string_view::npos ? at : xml.find_first_of("\"'", at);
  if (open == std::string_view::npos) return nullptr;
  const size_t close = xml.find(xml[open], open + 1);
  if (close == std::string_view::npos) return nullptr;
  return lxb_encoding_data_prescan_validate(bytes_of(xml.substr(open + 1)), close - open - 1);
}

Encoding guessed(std::string_view page) {
  const std::unique_ptr<uchardet, FreeGuess> guess(uchardet_new());
  uchardet_handle_data(guess.get(), page.data(), page.size());
  uchardet_data_end(guess.get());
  const std::string_view name = uchardet_get_charset(guess.get());
  return name.empty() ? nullptr : lxb_encoding_data_by_name(bytes_of(name), name.size());
}

using Declared = Encoding (*)(std::string_view);

Encoding encoding_of(std::string_view page, std::string_view named, Declared declared) {
  const auto marked = lxb_encoding_bom_sniff(bytes_of(page), page.size());
  if (marked != LXB_ENCODING_DEFAULT) return lxb_encoding_data(marked);
  if (Encoding known = named.empty() ? nullptr : lxb_encoding_data_by_pre_name(bytes_of(named), named.size()))
    return known;
  if (Encoding stated = declared(page)) return stated;
  if (utf8::first_invalid(page) == std::string_view::npos) return lxb_encoding_data(LXB_ENCODING_UTF_8);
  if (Encoding guess = guessed(page)) return guess;
  return lxb_encoding_data(LXB_ENCODING_WINDOWS_1252);
}

void append_points(std::string& out, const lxb_codepoint_t* points, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    if (points[i] != 0xFEFF && points[i] != 0) utf8::append(out, points[i]);
  }
}

std::string decoded(std::string_view page, Encoding encoding) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (encoding->encoding == LXB_ENCODING_UTF_8 && utf8::first_invalid(page) == std::string_view::npos)
    return std::string(page.substr(page.starts_with(mark) ? mark.size() : 0));
  std::array<lxb_codepoint_t, 4096> points;
  constexpr lxb_codepoint_t broken = 0xFFFD;
  lxb_encoding_decode_t decode{};
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

}  // namespace

std::string to_utf8(std::string_view page, std::string_view named) {
  return decoded(page, encoding_of(page, named, declared));
}

std::string xml_to_utf8(std::string_view xml, std::string_view named) {
  return decoded(xml, encoding_of(xml, named, declared_in_xml));
}

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

}  // namespace coranto::intake
