// Any bytes are unpacked or refused, in whatever pieces they come; what was packed comes out as it was; after a damage,
// reading goes on or ends.
#include <zlib.h>

#include "intake/files.h"
#include "intake/unpack.h"
#include "scratch.h"

using namespace coranto;

namespace {

constexpr size_t most = 1 << 20;

std::unique_ptr<intake::Stream> stream_of(std::string_view bytes, size_t piece) {
  return intake::unpacked(std::make_unique<intake::Memory>(std::string(bytes), piece), "a");
}

std::string read(std::string_view bytes, size_t piece) {
  const auto got = intake::bytes_of(*stream_of(bytes, piece), most, "a");
  return got ? *got : "error";
}

std::string packed(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  fuzz::require(read(text, SIZE_MAX) == read(text, 3), "bytes that depend on the pieces they come in");
  fuzz::require(read(packed(text), 11) == text, "bytes that were not packed so");
  for (const char* coding : {"br", "deflate", "gzip", "zstd"}) {
    auto stream = intake::decoded_stream(coding, std::string(text));
    const auto got = intake::bytes_of(*stream, most, "");
    fuzz::require(got || !got.error().message.empty(), "a refusal without a reason");
  }
  intake::Window window(stream_of(text, SIZE_MAX));
  for (size_t tries = 0, given = 0; given < most; ++tries) {
    const size_t here = window.ahead(1).size();
    given += here;
    window.pass(here);
    if (here == 0 && !window.resume("a")) break;
    fuzz::require(tries <= 2 * size + most / 100, "resuming without end");
  }
  return 0;
}
