#include "intake/metadata/loose_json.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

#include "base/utf8.h"

namespace coranto::intake {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// The text from its first bracket to its last.
std::string_view bracketed(std::string_view text) {
  const size_t begin = text.find_first_of("{[");
  const size_t end = text.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  return text.substr(begin, end + 1 - begin);
}

void drop_comma(std::string& out) {
  size_t end = out.size();
  while (end > 0 && is_blank(out[end - 1])) --end;
  if (end > 0 && out[end - 1] == ',') out.erase(end - 1);
}

char last_sign(const std::string& out) {
  const auto at = std::find_if_not(out.rbegin(), out.rend(), is_blank);
  return at == out.rend() ? ' ' : *at;
}

void add_control(std::string& out, char c) {
  std::array<char, 8> escape{};
  std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
  out += escape.data();
}

// The end of the string that begins at `begin`, quotation marks included, with what it may not hold escaped.
size_t add_string(std::string_view text, size_t begin, std::string& out) {
  out += '"';
  size_t i = begin + 1;
  for (; i < text.size() && text[i] != '"'; ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      const bool known = std::string_view("\"\\/bfnrtu").find(text[i + 1]) != std::string_view::npos;
      if (known) out.append(text.substr(i++, 2));
    } else if (static_cast<unsigned char>(text[i]) < 0x20) {
      add_control(out, text[i]);
    } else {
      out += text[i];
    }
  }
  out += '"';
  return i;
}

// The end of a comment that begins at `begin`, or `begin` where none does.
size_t comment_end(std::string_view text, size_t begin) {
  const auto rest = text.substr(begin);
  if (rest.starts_with("/*")) return std::min(text.find("*/", begin + 2), text.size() - 2) + 2;
  if (rest.starts_with("//")) return std::min(text.find('\n', begin), text.size());
  return begin;
}

char32_t named_point(std::string_view name) {
  constexpr std::pair<std::string_view, char32_t> names[] = {
      {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},    {"nbsp", ' '},
      {"rsquo", 0x2019},  {"lsquo", 0x2018}, {"rdquo", 0x201D}, {"ldquo", 0x201C}, {"ndash", 0x2013}, {"mdash", 0x2014},
      {"hellip", 0x2026}, {"eacute", 0xE9},  {"pound", 0xA3},   {"euro", 0x20AC}};
  for (const auto& [known, point] : names) {
    if (name == known) return point;
  }
  return 0;
}

char32_t numbered_point(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 6) return 0;
  char32_t point = 0;
  for (char c : digits) {
    const auto byte = static_cast<unsigned char>(c);
    if (!(hex ? std::isxdigit(byte) : std::isdigit(byte))) return 0;
    point =
        point * (hex ? 16 : 10) + static_cast<char32_t>(std::isdigit(byte) ? c - '0' : std::tolower(byte) - 'a' + 10);
  }
  return point > 0x10FFFF || (point >= 0xD800 && point < 0xE000) || point < 0x20 ? 0 : point;
}

}  // namespace

std::string mended_json(std::string_view text) {
  text = bracketed(text);
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (const size_t end = comment_end(text, i); end != i) {
      i = end - 1;
    } else if (text[i] == '"') {
      i = add_string(text, i, out);
    } else {
      if (text[i] == '}' || text[i] == ']') drop_comma(out);
      if (text[i] == '{' && last_sign(out) == '}') out += ',';
      out += text[i];
    }
  }
  return out;
}

std::string without_references(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const size_t end = text[i] == '&' ? text.substr(0, i + 12).find(';', i) : std::string_view::npos;
    if (end != std::string_view::npos) {
      const auto name = text.substr(i + 1, end - i - 1);
      const char32_t point = name.starts_with('#') ? numbered_point(name.substr(1)) : named_point(name);
      if (point) {
        utf8::append(out, point);
        i = end;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

}  // namespace coranto::intake
