// One way of packing bytes, part by part.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace coranto::intake {

class Codec {
 public:
  enum class Step { going, ended, damaged };

  virtual ~Codec() = default;

  virtual const char* part() const = 0;  // what a part is called: "gzip member"
  virtual bool begins(std::string_view bytes) const = 0;
  virtual void begin() = 0;

  // Unpacks some of `in`, which loses what was read, to `out`, which loses the room that was filled. `damaged` leaves
  // the reason in `fault`. A part has `ended` when its checksum was right.
  virtual Step step(std::string_view& in, char*& out, size_t& room) = 0;

  const std::string& fault() const { return fault_; }

 protected:
  std::string fault_;
};

std::unique_ptr<Codec> gzip();
std::unique_ptr<Codec> zstd(std::string_view dictionary);
std::unique_ptr<Codec> brotli();

// What HTTP calls deflate, for bytes that begin so: by the standard in a zlib wrapping, often without.
std::unique_ptr<Codec> deflate(std::string_view first);

constexpr size_t dictionary_head = 8;

// Bytes of the frame that holds a dictionary, these first ones included; 0 if they begin none.
size_t dictionary_size(std::string_view head);

// The dictionary in that frame, which may be packed itself; empty if there is none.
std::string dictionary_in(std::string_view frame);

}  // namespace coranto::intake
