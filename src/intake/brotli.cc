#include <brotli/decode.h>

#include "intake/codec.h"

namespace coranto::intake {
namespace {

struct Free {
  void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
};

class Brotli : public Codec {
 public:
  const char* part() const override { return "brotli stream"; }
  bool begins(std::string_view) const override { return true; }
  void begin() override { state_.reset(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)); }

  Step step(std::string_view& in, char*& out, size_t& room) override {
    size_t left = in.size();
    const auto* from = reinterpret_cast<const uint8_t*>(in.data());
    auto* to = reinterpret_cast<uint8_t*>(out);
    const auto done = BrotliDecoderDecompressStream(state_.get(), &left, &from, &room, &to, nullptr);
    in.remove_prefix(in.size() - left);
    out = reinterpret_cast<char*>(to);
    if (done == BROTLI_DECODER_RESULT_SUCCESS) return Step::ended;
    if (done != BROTLI_DECODER_RESULT_ERROR) return Step::going;
    fault_ = BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state_.get()));
    return Step::damaged;
  }

 private:
  std::unique_ptr<BrotliDecoderState, Free> state_;
};

}  // namespace

std::unique_ptr<Codec> brotli() { return std::make_unique<Brotli>(); }

}  // namespace coranto::intake
