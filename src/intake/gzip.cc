#include <zlib.h>

#include "intake/codec.h"

namespace coranto::intake {
namespace {

constexpr int gzip_only = 15 + 16, zlib_only = 15, raw = -15;

class Deflate : public Codec {
 public:
  explicit Deflate(int wrapping) : wrapping_(wrapping) { inflateInit2(&stream_, wrapping); }
  ~Deflate() override { inflateEnd(&stream_); }
  Deflate(const Deflate&) = delete;
  Deflate& operator=(const Deflate&) = delete;

  const char* part() const override { return wrapping_ == gzip_only ? "gzip member" : "deflate stream"; }
  bool begins(std::string_view bytes) const override {
    if (wrapping_ != gzip_only) return true;
    return bytes.starts_with("\x1F\x8B\x08") && (bytes.size() < 4 || (bytes[3] & 0xE0) == 0);
  }
  void begin() override { inflateReset(&stream_); }

  Step step(std::string_view& in, char*& out, size_t& room) override {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(room);
    const int done = inflate(&stream_, Z_NO_FLUSH);
    in.remove_prefix(in.size() - stream_.avail_in);
    out += room - stream_.avail_out;
    room = stream_.avail_out;
    if (done == Z_STREAM_END) return Step::ended;
    if (done == Z_OK || done == Z_BUF_ERROR) return Step::going;
    fault_ = stream_.msg ? stream_.msg : "it cannot be unpacked";
    return Step::damaged;
  }

 private:
  int wrapping_;
  z_stream stream_{};
};

}  // namespace

std::unique_ptr<Codec> gzip() { return std::make_unique<Deflate>(gzip_only); }

std::unique_ptr<Codec> deflate(std::string_view first) {
  const bool wrapped = first.size() > 1 && (first[0] & 0x0F) == 8 &&
                       (static_cast<unsigned char>(first[0]) * 256 + static_cast<unsigned char>(first[1])) % 31 == 0;
  return std::make_unique<Deflate>(wrapped ? zlib_only : raw);
}

}  // namespace coranto::intake
