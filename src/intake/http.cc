// Messages: RFC 9112; Content-Encoding: RFC 9110, 8.4.
#include "intake/http.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "intake/files.h"
#include "intake/unpack.h"

namespace coranto::intake {
namespace {

constexpr size_t longest_header = 64 << 10;
constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string_view taken_line(std::string_view& lines) {
  const size_t end = std::min(lines.find('\n'), lines.size());
  const auto line = lines.substr(0, end);
  lines.remove_prefix(std::min(end + 1, lines.size()));
  return line;
}

Error malformed(std::string message) { return {Code::malformed, std::move(message), ""}; }

// The size before a chunk; npos where there is none. Extensions behind a semicolon are passed over.
size_t chunk_size(std::string_view line) {
  line = trimmed(line.substr(0, line.find(';')));
  size_t size = 0;
  const auto [end, fault] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  const bool number = !line.empty() && fault == std::errc() && end == line.data() + line.size();
  return number ? size : std::string_view::npos;
}

Result<std::string> joined_chunks(std::string_view body) {
  auto first = body;
  if (chunk_size(taken_line(first)) == std::string_view::npos) return std::string(body);
  std::string out;
  while (!body.empty()) {
    const size_t size = chunk_size(taken_line(body));
    if (size == std::string_view::npos) return malformed("a chunk of its HTTP body has no size");
    if (size == 0) return out;
    if (size > body.size()) return malformed("a chunk of its HTTP body is cut short");
    out += body.substr(0, size);
    body.remove_prefix(size);
    if (!trimmed(taken_line(body)).empty()) return malformed("a chunk of its HTTP body is longer than it says");
  }
  return malformed("the last chunk of its HTTP body is missing");
}

Result<std::string> without(std::string_view coding, std::string body, size_t most) {
  auto stream = decoded_stream(coding, std::move(body));
  if (!stream) return malformed("its Content-Encoding is not known: " + std::string(coding.substr(0, 40)));
  auto plain = bytes_of(*stream, most, "");
  if (!plain) return Error{plain.error().code, "its " + std::string(coding) + " body " + plain.error().message, ""};
  return plain;
}

}  // namespace

Headers Headers::of(std::string_view lines) {
  Headers headers;
  while (!lines.empty()) {
    const auto line = taken_line(lines);
    const bool folded = line.starts_with(' ') || line.starts_with('\t');
    const size_t colon = line.find(':');
    if (folded && !headers.values_.empty()) {
      headers.values_.back().second += ' ' + std::string(trimmed(line));
    } else if (colon != std::string_view::npos) {
      headers.values_.emplace_back(lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
    }
  }
  return headers;
}

std::string_view Headers::operator[](std::string_view name) const {
  for (const auto& [called, value] : values_) {
    if (called == name) return value;
  }
  return {};
}

MediaType media_type_of(std::string_view content_type) {
  MediaType type;
  type.name = lower(trimmed(content_type.substr(0, content_type.find(';'))));
  const std::string all = lower(content_type);
  const size_t at = all.find("charset=");
  if (at == std::string::npos) return type;
  auto value = content_type.substr(at + 8);
  const char quote = value.starts_with('"') || value.starts_with('\'') ? value[0] : 0;
  value = quote ? value.substr(1, value.find(quote, 1) - 1) : value.substr(0, value.find_first_of("; ,\t"));
  type.charset = trimmed(value);
  return type;
}

size_t body_in(std::string_view message) {
  for (size_t line = 0, end = message.find('\n'); end != std::string_view::npos; end = message.find('\n', line)) {
    if (trimmed(message.substr(line, end - line)).empty()) return end + 1;
    line = end + 1;
  }
  return std::string_view::npos;
}

Result<Answer> answer_in(std::string_view message) {
  if (!message.starts_with("HTTP/")) return malformed("holds no HTTP answer");
  const size_t body = body_in(message.substr(0, longest_header));
  if (body == std::string_view::npos) {
    return malformed(message.size() > longest_header
                         ? "its HTTP header is longer than " + std::to_string(longest_header) + " bytes"
                         : "its HTTP header is cut short");
  }
  auto header = message.substr(0, body);
  auto status = taken_line(header);
  status = trimmed(status.substr(std::min(status.find(' '), status.size())));
  Answer answer;
  std::from_chars(status.data(), status.data() + status.size(), answer.status);
  answer.headers = Headers::of(header);
  answer.body = message.substr(body);
  return answer;
}

Result<std::string> plain_body(const Answer& answer, size_t most) {
  const bool chunked = lower(answer.headers["transfer-encoding"]).find("chunked") != std::string::npos;
  Result<std::string> body = chunked ? joined_chunks(answer.body) : std::string(answer.body);
  std::string codings = lower(answer.headers["content-encoding"]);
  while (body && !codings.empty()) {
    const size_t comma = codings.rfind(',');
    const std::string coding(trimmed(std::string_view(codings).substr(comma == std::string::npos ? 0 : comma + 1)));
    if (!coding.empty()) body = without(coding, std::move(*body), most);
    codings.resize(comma == std::string::npos ? 0 : comma);
  }
  return body;
}

}  // namespace coranto::intake
