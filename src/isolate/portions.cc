#include "isolate/portions.h"

#include <string_view>
#include <utility>

namespace coranto::isolate {
namespace {

size_t cut_before(std::string_view text, size_t end) {
  for (const std::string_view mark : {"\n\n", "\n", " "}) {
    const size_t at = text.substr(0, end).rfind(mark);
    if (at != std::string_view::npos && at > end / 2) return at + mark.size();
  }
  while ((text[end] & 0xC0) == 0x80) --end;
  return end;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

std::vector<Article> portions_of(Article article) {
  std::vector<Article> portions;
  if (article.text.size() <= longest_text) {
    portions.push_back(std::move(article));
    return portions;
  }
  const std::string whole = std::exchange(article.text, {});
  for (std::string_view left = whole; !left.empty();) {
    const size_t end = left.size() > longest_text ? cut_before(left, longest_text) : left.size();
    if (!is_blank(left.substr(0, end))) {
      portions.push_back(article);
      portions.back().text = left.substr(0, end);
      article.parts.clear();
    }
    left.remove_prefix(end);
  }
  return portions;
}

}  // namespace coranto::isolate
