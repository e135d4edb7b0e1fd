#include "intake/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/utf8.h"

namespace coranto::intake {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v') || byte == 0x7F;
}

size_t line_at(std::string_view bytes, size_t at) {
  return 1 + static_cast<size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<long>(at), '\n'));
}

std::string at_line(const std::string& where, size_t line) { return where + ":" + std::to_string(line); }

Result<void> check_encoding(std::string_view bytes, const std::string& where) {
  const size_t at = utf8::first_invalid(bytes);
  if (at == std::string_view::npos) return {};
  std::array<char, 8> byte{};
  std::snprintf(byte.data(), byte.size(), "0x%02X", static_cast<unsigned char>(bytes[at]));
  return Error{Code::encoding, "is not valid UTF-8: " + std::string(byte.data()) + " at byte " + std::to_string(at),
               at_line(where, line_at(bytes, at))};
}

Result<void> check_lines(std::string_view bytes, size_t longest, const std::string& where) {
  size_t number = 1;
  for (size_t begin = 0; begin < bytes.size(); ++number) {
    const size_t end = std::min(bytes.find('\n', begin), bytes.size());
    if (end - begin > longest) {
      return Error{Code::too_large, "the line is longer than " + std::to_string(longest) + " bytes",
                   at_line(where, number)};
    }
    begin = end + 1;
  }
  return {};
}

}  // namespace

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

Result<void> check_binary(std::string_view bytes, const std::string& where) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return Error{Code::encoding, "is UTF-16, not UTF-8: convert it first", where};
  const size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos)
    return Error{Code::binary, "is not text: NUL at byte " + std::to_string(nul), where};
  const auto controls = static_cast<size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  if (controls * 10 > bytes.size()) return Error{Code::binary, "is not text: mostly control characters", where};
  return {};
}

Result<void> check_text(std::string_view bytes, size_t longest_line, const std::string& where) {
  const auto body = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
  if (is_blank(body)) return Error{Code::empty, "is empty", where};
  if (auto text = check_binary(bytes, where); !text) return text;
  if (auto lines = check_lines(bytes, longest_line, where); !lines) return lines;
  return check_encoding(bytes, where);
}

std::string with_plain_line_ends(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

std::string iso_day(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd";
  if (text.size() < form.size() || (text.size() > form.size() && text[form.size()] != 'T' && text[form.size()] != ' '))
    return {};
  for (size_t i = 0; i < form.size(); ++i) {
    if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != form[i]) return {};
  }
  const int month = (text[5] - '0') * 10 + text[6] - '0', day = (text[8] - '0') * 10 + text[9] - '0';
  if (month < 1 || month > 12 || day < 1 || day > 31) return {};
  return std::string(text.substr(0, form.size()));
}

}  // namespace coranto::intake
