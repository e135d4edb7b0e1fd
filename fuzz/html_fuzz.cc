// Any bytes are a web page, or are refused; what comes out is valid text with line ends of one kind.
#include "base/utf8.h"
#include "intake/html.h"
#include "scratch.h"

using namespace coranto;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const auto page = intake::page_of_html(fuzz::text_of(bytes, size));
  if (!page) {
    fuzz::require(!page.error().message.empty(), "a refusal without a reason");
    return 0;
  }
  fuzz::require(utf8::first_invalid(page->text) == std::string::npos, "text that is no UTF-8");
  fuzz::require(utf8::first_invalid(page->title) == std::string::npos, "a title that is no UTF-8");
  fuzz::require(page->text.find('\r') == std::string::npos, "line ends of another kind");
  return 0;
}
