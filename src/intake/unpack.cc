#include "intake/unpack.h"

#include <algorithm>
#include <array>

#include "intake/codec.h"

namespace coranto::intake {
namespace {

constexpr uint64_t free_of_ratio = 64 << 20, most_ratio = 500;
constexpr size_t magic_size = 4;
constexpr size_t most_tried = 1 << 20;  // bytes of what may be a part, for its first bytes unpacked

class Unpacker : public Stream {
 public:
  Unpacker(Window packed, std::unique_ptr<Codec> codec, std::string where)
      : packed_(std::move(packed)), codec_(std::move(codec)), where_(std::move(where)) {}

  Result<size_t> read(char* to, size_t most) override {
    for (size_t room = most;;) {
      if (!within_) {
        if (!has_next()) return packed_.state() ? Result<size_t>(size_t{0}) : packed_.state().error();
        if (!begin()) return damaged("no " + std::string(codec_->part()) + " begins there");
      }
      auto in = packed_.ahead(1);
      const size_t before = in.size();
      const auto step = codec_->step(in, to, room);
      packed_.pass(before - in.size());
      if (step == Codec::Step::damaged) return damaged(codec_->fault());
      const bool stands = before == 0 && room == most && step == Codec::Step::going;
      if (stands) return packed_.state() ? damaged("it is cut short") : packed_.state().error();
      given_ += most - room;
      within_ = step == Codec::Step::going;
      if (!within_) sound_ = given_;
      if (is_bomb()) return bomb();
      if (room < most) return most - room;
    }
  }

  uint64_t sound() const override { return sound_; }

  bool resume(std::string_view head) override {
    packed_.rewind();
    within_ = false;
    sound_ = counted_from_ = given_;
    packed_.pass(std::min<size_t>(1, packed_.ahead(1).size()));
    for (auto bytes = packed_.ahead(magic_size); bytes.size() >= magic_size; bytes = packed_.ahead(magic_size)) {
      if (codec_->begins(bytes) && unpacks_to(head)) {
        ratio_from_ = packed_.at();
        return true;
      }
      packed_.pass(1);
    }
    return false;
  }

 private:
  // Zeros at the end fill up a block of a tape.
  bool has_next() {
    if (packed_.at() > 0) {
      while (packed_.ahead(1).starts_with('\0')) packed_.pass(1);
    }
    return !packed_.ahead(1).empty();
  }

  bool begin() {
    begun_at_ = packed_.at();
    packed_.mark();
    if (!codec_->begins(packed_.ahead(magic_size))) return false;
    codec_->begin();
    return within_ = true;
  }

  bool unpacks_to(std::string_view head) {
    std::array<char, 64> made;
    char* out = made.data();
    size_t room = std::min(head.size(), made.size());
    codec_->begin();
    for (size_t looked = 0; room > 0 && looked < most_tried;) {
      const auto bytes = packed_.ahead(looked + 1);
      auto in = bytes.substr(std::min(looked, bytes.size()));
      if (in.empty() || codec_->step(in, out, room) != Codec::Step::going) break;
      looked = bytes.size() - in.size();
    }
    return head.starts_with(std::string_view(made.data(), static_cast<size_t>(out - made.data()))) &&
           out != made.data();
  }

  bool is_bomb() const {
    const uint64_t made = given_ - counted_from_;
    return made > free_of_ratio && made / most_ratio > packed_.at() - ratio_from_;
  }

  Error bomb() {
    return {Code::too_large, "unpacks to more than " + std::to_string(most_ratio) + " times its size", where_};
  }

  Error damaged(const std::string& reason) {
    return {Code::malformed,
            "is damaged: the " + std::string(codec_->part()) + " at byte " + std::to_string(begun_at_) +
                ", read to byte " + std::to_string(packed_.at()) + ": " + reason,
            where_};
  }

  Window packed_;
  std::unique_ptr<Codec> codec_;
  std::string where_;
  bool within_ = false;    // a part
  uint64_t begun_at_ = 0;  // where the part lies in the packed bytes
  uint64_t given_ = 0, sound_ = 0;
  uint64_t counted_from_ = 0, ratio_from_ = 0;  // unpacked and packed bytes before the last `resume`
};

std::string taken_dictionary(Window& from) {
  const size_t size = dictionary_size(from.ahead(dictionary_head));
  if (size == 0 || from.ahead(size).size() < size) return {};
  return dictionary_in(from.ahead(size).substr(0, size));
}

}  // namespace

std::unique_ptr<Stream> unpacked(std::unique_ptr<Stream> packed, const std::string& where) {
  Window window(std::move(packed));
  auto gz = gzip();
  if (gz->begins(window.ahead(magic_size))) return std::make_unique<Unpacker>(std::move(window), std::move(gz), where);
  if (zstd({})->begins(window.ahead(magic_size))) {
    const std::string dictionary = taken_dictionary(window);
    return std::make_unique<Unpacker>(std::move(window), zstd(dictionary), where);
  }
  return rest_of(std::move(window));
}

std::unique_ptr<Stream> decoded_stream(std::string_view coding, std::string bytes) {
  const bool whole = coding == "gzip" || coding == "x-gzip" || coding == "zstd";
  auto codec = coding == "br" ? brotli() : coding == "deflate" ? deflate(bytes) : nullptr;
  auto memory = std::make_unique<Memory>(std::move(bytes));
  if (whole) return unpacked(std::move(memory), "");
  if (codec) return std::make_unique<Unpacker>(Window(std::move(memory)), std::move(codec), "");
  if (coding == "identity" || coding == "none") return memory;
  return nullptr;
}

std::string unpacked_name(const std::string& name) {
  for (std::string_view end : {".gz", ".zst", ".zstd"}) {
    if (name.ends_with(end)) return name.substr(0, name.size() - end.size());
  }
  return name;
}

}  // namespace coranto::intake
