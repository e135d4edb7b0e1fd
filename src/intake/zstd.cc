#include <zstd.h>

#include "intake/codec.h"

namespace coranto::intake {
namespace {

constexpr size_t largest_dictionary = 16 << 20;
constexpr std::string_view frame_magic("\x28\xB5\x2F\xFD", 4), dictionary_magic("\x37\xA4\x30\xEC", 4),
    dictionary_frame("\x5D\x2A\x4D\x18", 4);

struct Free {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};
using Context = std::unique_ptr<ZSTD_DCtx, Free>;

// A frame that holds no data and is passed over.
bool is_skippable(std::string_view bytes) {
  return bytes.size() >= 4 && (bytes[0] & 0xF0) == 0x50 && bytes.substr(1, 3) == "\x2A\x4D\x18";
}

class Zstd : public Codec {
 public:
  explicit Zstd(std::string_view dictionary) : context_(ZSTD_createDCtx()) {
    if (!dictionary.empty()) ZSTD_DCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size());
  }

  const char* part() const override { return "zstd frame"; }
  bool begins(std::string_view bytes) const override { return bytes.starts_with(frame_magic) || is_skippable(bytes); }
  void begin() override { ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only); }

  Step step(std::string_view& in, char*& out, size_t& room) override {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{out, room, 0};
    const size_t left = ZSTD_decompressStream(context_.get(), &to, &from);
    in.remove_prefix(from.pos);
    out += to.pos;
    room -= to.pos;
    if (left == 0) return Step::ended;
    if (!ZSTD_isError(left)) return Step::going;
    fault_ = ZSTD_getErrorName(left);
    return Step::damaged;
  }

 private:
  Context context_;
};

}  // namespace

std::unique_ptr<Codec> zstd(std::string_view dictionary) { return std::make_unique<Zstd>(dictionary); }

size_t dictionary_size(std::string_view head) {
  if (head.size() < dictionary_head || !head.starts_with(dictionary_frame)) return 0;
  size_t size = 0;
  for (size_t i = 4; i < 8; ++i) size |= size_t{static_cast<unsigned char>(head[i])} << (8 * (i - 4));
  return size <= largest_dictionary ? dictionary_head + size : 0;
}

std::string dictionary_in(std::string_view frame) {
  frame.remove_prefix(dictionary_head);
  if (frame.starts_with(dictionary_magic)) return std::string(frame);
  if (!frame.starts_with(frame_magic)) return {};
  std::string bytes(largest_dictionary, '\0');
  const size_t size = ZSTD_decompress(bytes.data(), bytes.size(), frame.data(), frame.size());
  bytes.resize(ZSTD_isError(size) ? 0 : size);
  return bytes;
}

}  // namespace coranto::intake
