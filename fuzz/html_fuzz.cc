// Any bytes are a web page, or are refused; what comes out is valid text with line ends of one kind.
#include "base/utf8.h"
#include "intake/html.h"
#include "scratch.h"

using namespace coranto;

namespace {

// Lines are the text, one after the other, and boxes come after those around them.
void check(const Page& page) {
  uint32_t at = 0;
  for (const auto& line : page.layout.lines) {
    fuzz::require(line.span.begin == at && line.span.end > at, "a line that does not follow the one before");
    fuzz::require(line.box < page.layout.boxes.size(), "a line in no box");
    fuzz::require(line.words >= line.linked && line.words > 0, "more words in links than words");
    at = line.span.end + 1;
  }
  fuzz::require(at == page.text.size(), "text outside the lines");
  for (uint32_t i = 1; i < page.layout.boxes.size(); ++i)
    fuzz::require(page.layout.boxes[i].parent < i, "a box before the one around it");
  for (const auto& stretch : page.layout.stretches)
    fuzz::require(stretch.span.end <= page.text.size() && stretch.box < page.layout.boxes.size(), "a stretch outside");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const auto page = intake::page_of_html(fuzz::text_of(bytes, size));
  if (!page) {
    fuzz::require(!page.error().message.empty(), "a refusal without a reason");
    return 0;
  }
  fuzz::require(utf8::first_invalid(page->text) == std::string::npos, "text that is no UTF-8");
  fuzz::require(utf8::first_invalid(page->title) == std::string::npos, "a title that is no UTF-8");
  fuzz::require(page->text.find('\r') == std::string::npos, "line ends of another kind");
  check(*page);
  return 0;
}
