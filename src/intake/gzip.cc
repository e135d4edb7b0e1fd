#include <zlib.h>

#include "intake/codec.h"

namespace coranto::intake {
namespace {

constexpr int gzip_only = 15 + 16;

class Gzip : public Codec {
 public:
  Gzip() { inflateInit2(&stream_, gzip_only); }
  ~Gzip() override { inflateEnd(&stream_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  const char* part() const override { return "gzip member"; }
  bool begins(std::string_view bytes) const override {
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
  z_stream stream_{};
};

}  // namespace

std::unique_ptr<Codec> gzip() { return std::make_unique<Gzip>(); }

}  // namespace coranto::intake
