#include "join/word_spans.h"

#include "base/utf8.h"
#include "join/normal.h"
#include "join/wording.h"

namespace coranto::join {
namespace {

// What parts words wherever it stands.
bool is_gap(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x7F || (byte < ' ' && !(byte >= '\t' && byte <= '\r'))) return false;
  const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'';
  return !word;
}

// The code points that stand for something in a wording.
std::vector<Span> letters_of(std::string_view text, Span piece) {
  std::vector<Span> out;
  for (uint32_t at = piece.begin; at < piece.end;) {
    const auto size = static_cast<uint32_t>(utf8::decode(text, at).size);
    if (!normal_form(text.substr(at, size)).empty()) out.push_back({at, at + size});
    at += size;
  }
  return out;
}

void add_piece(std::string_view text, Span piece, std::vector<Span>& out) {
  const size_t words = wording_of(normal_form(piece.of(text))).size();
  if (words > 1) {
    const auto letters = letters_of(text, piece);
    if (letters.size() == words) return void(out.insert(out.end(), letters.begin(), letters.end()));
  }
  out.insert(out.end(), words, piece);
}

}  // namespace

std::vector<Span> word_spans(std::string_view text) {
  std::vector<Span> out;
  for (uint32_t at = 0; at < text.size() && out.size() < most_words;) {
    const uint32_t begin = at;
    while (at < text.size() && !is_gap(text[at])) ++at;
    if (at > begin) add_piece(text, {begin, at}, out);
    while (at < text.size() && is_gap(text[at])) ++at;
  }
  return out;
}

}  // namespace coranto::join
