// Any bytes become UTF-8, whatever their charset is called: the first line names it. What is UTF-8 and says nothing else
// stays as it is.
#include "base/utf8.h"
#include "intake/charset.h"
#include "scratch.h"

using namespace coranto;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  const size_t line = std::min(text.find('\n'), size);
  const auto name = text.substr(0, line), page = text.substr(std::min(line + 1, size));
  for (const std::string& out : {intake::to_utf8(page, name), intake::xml_to_utf8(page, name)}) {
    fuzz::require(utf8::first_invalid(out) == std::string::npos, "text that is no UTF-8");
    fuzz::require(out.size() <= 3 * page.size() + 3, "text that grew");
  }
  const bool plain = utf8::first_invalid(page) == std::string::npos && page.find('\0') == std::string::npos &&
                     page.find("\xEF\xBB\xBF") == std::string::npos;
  if (plain) fuzz::require(intake::to_utf8(page, "utf-8") == page, "UTF-8 that was changed");
  return 0;
}
