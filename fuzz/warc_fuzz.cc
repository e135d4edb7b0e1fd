// Any bytes are read as records or refused, and are read the same in whatever pieces they come.
#include "gathered.h"
#include "intake/unpack.h"
#include "intake/warc.h"

using namespace coranto;

namespace {

fuzz::Gathered read(std::string_view bytes, size_t piece) {
  return fuzz::gather([&](intake::Gate& gate) {
    intake::Window file(intake::unpacked(std::make_unique<intake::Memory>(std::string(bytes), piece), "a.warc"));
    intake::read_warc(file, "a.warc", gate);
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  const bool packed = text.starts_with("\x1F\x8B") || text.starts_with("\x28\xB5");
  const auto whole = read(text, SIZE_MAX);
  if (!packed) fuzz::require(read(text, 7) == whole, "records that depend on the pieces they come in");
  return 0;
}
