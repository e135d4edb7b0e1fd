#include "record/terms.h"

#include <utf8proc.h>

#include "base/utf8.h"

namespace coranto::record {
namespace {

constexpr size_t longest = 64;

bool of_word(char32_t point) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO) && point != 0xFFFD;
}

}  // namespace

void count_terms(std::string_view text, std::map<std::string, uint32_t>& counts) {
  std::string term;
  const auto end_term = [&] {
    if (!term.empty()) ++counts[term];
    term.clear();
  };
  for (size_t at = 0; at < text.size();) {
    const utf8::Step step = utf8::decode(text, at);
    at += step.size;
    if (!of_word(step.point)) {
      end_term();
      continue;
    }
    if (term.size() < longest) {
      utf8::append(term, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(step.point))));
    }
  }
  end_term();
}

}  // namespace coranto::record
