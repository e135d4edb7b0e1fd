// Any bytes are a feed, or are refused. The first byte says whether a header names the charset.
#include "gathered.h"
#include "intake/feed.h"

using namespace coranto;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  if (size == 0) return 0;
  constexpr const char* charsets[] = {"", "utf-8", "iso-8859-1", "utf-16le", "shift_jis", "unknown"};
  const std::string text(fuzz::text_of(bytes + 1, size - 1));
  fuzz::gather([&](intake::Gate& gate) { intake::read_feed(text, charsets[bytes[0] % 6], "a.xml", gate); });
  return 0;
}
