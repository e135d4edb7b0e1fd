#include "label/msgpack.h"

#include <endian.h>

#include <bit>
#include <cstring>
#include <string>

namespace coranto::msgpack {
namespace {

constexpr int deepest = 64;

// Big-endian number of `size` bytes at `at`, which moves on.
bool take_number(std::string_view bytes, size_t& at, size_t size, uint64_t& number) {
  if (bytes.size() - at < size) return false;
  number = 0;
  if (size == sizeof number) {  // most of a large table
    std::memcpy(&number, bytes.data() + at, size);
    number = be64toh(number);
    at += size;
    return true;
  }
  for (size_t i = 0; i < size; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at++]);
  return true;
}

// The bits of a signed number of `size` bytes, as one of eight.
uint64_t sign_extended(uint64_t bits, size_t size) {
  const auto unused = static_cast<int>(64 - 8 * size);
  return static_cast<uint64_t>(static_cast<int64_t>(bits << unused) >> unused);
}

}  // namespace

bool Value::boolean() const { return is(Kind::boolean) && node_->held.bits; }
int64_t Value::integer() const { return static_cast<int64_t>(unsigned_integer()); }
uint64_t Value::unsigned_integer() const { return is(Kind::integer) ? node_->held.bits : 0; }

double Value::number() const {
  if (is(Kind::integer)) return static_cast<double>(integer());
  return is(Kind::number) ? node_->held.number : 0;
}

std::string_view Value::text() const {
  return is(Kind::text) || is(Kind::binary) ? std::string_view(node_->held.begin, node_->size) : std::string_view();
}

uint32_t Value::size() const { return is(Kind::array) || is(Kind::map) ? node_->size : 0; }

Value Value::operator[](std::string_view key) const {
  for (const auto& [name, value] : pairs()) {
    if ((name.is(Kind::text) || name.is(Kind::binary)) && name.text() == key) return value;
  }
  return {};
}

Value::Items Value::items() const {
  if (!is(Kind::array)) return {};
  return {node_ + 1, node_ + node_->span};
}

Value::Pairs Value::pairs() const {
  if (!is(Kind::map)) return {};
  return {node_ + 1, node_ + node_->span};
}

Value::Pairs::Pair Value::Pairs::Iterator::operator*() const {
  const Value key(at);
  return {key, key.next()};
}

class Reader {
 public:
  Reader(std::string_view bytes, Tree& tree) : bytes_(bytes), nodes_(tree.nodes_) {}

  // False where the bytes break; `reason` and `at` say why and where.
  bool read_all() {
    if (!read_value(0)) return false;
    return at_ == bytes_.size() || fail("bytes after the value");
  }

  const char* reason() const { return reason_; }
  size_t at() const { return at_; }

 private:
  using Node = Value::Node;

  bool fail(const char* reason) { return reason_ = reason, false; }

  bool take(size_t size, uint64_t& number) { return take_number(bytes_, at_, size, number) || fail("cut short"); }

  bool add(Kind kind, uint64_t bits) {
    Node& node = nodes_.emplace_back();
    node.kind = kind;
    node.held.bits = bits;
    return true;
  }

  bool read_unsigned(size_t size) {
    uint64_t bits;
    return take(size, bits) && add(Kind::integer, bits);
  }

  bool read_signed(size_t size) {
    uint64_t bits;
    return take(size, bits) && add(Kind::integer, sign_extended(bits, size));
  }

  bool read_number(size_t size) {
    uint64_t bits;
    if (!take(size, bits)) return false;
    add(Kind::number, 0);
    nodes_.back().held.number =
        size == 4 ? std::bit_cast<float>(static_cast<uint32_t>(bits)) : std::bit_cast<double>(bits);
    return true;
  }

  bool read_text(Kind kind, uint64_t size) {
    if (bytes_.size() - at_ < size) return fail("text runs past the end");
    add(kind, 0);
    nodes_.back().held.begin = bytes_.data() + at_;
    nodes_.back().size = static_cast<uint32_t>(size);
    at_ += size;
    return true;
  }

  bool read_sized_text(Kind kind, size_t size_of_size) {
    uint64_t size;
    return take(size_of_size, size) && read_text(kind, size);
  }

  bool read_group(Kind kind, uint64_t size, int depth) {
    const uint64_t values = kind == Kind::map ? 2 * size : size;
    if (bytes_.size() - at_ < values) return fail("more items than bytes");
    if (depth == deepest) return fail("nested too deeply");
    const size_t self = nodes_.size();
    add(kind, 0);
    nodes_[self].size = static_cast<uint32_t>(size);
    for (uint64_t i = 0; i < values; ++i) {
      if (!read_value(depth + 1)) return false;
    }
    nodes_[self].span = static_cast<uint32_t>(nodes_.size() - self);
    return true;
  }

  bool read_sized_group(Kind kind, size_t size_of_size, int depth) {
    uint64_t size;
    return take(size_of_size, size) && read_group(kind, size, depth);
  }

  bool read_value(int depth) {
    uint64_t tag;
    if (!take(1, tag)) return false;
    if (tag < 0x80) return add(Kind::integer, tag);
    if (tag < 0x90) return read_group(Kind::map, tag & 0x0F, depth);
    if (tag < 0xA0) return read_group(Kind::array, tag & 0x0F, depth);
    if (tag < 0xC0) return read_text(Kind::text, tag & 0x1F);
    if (tag >= 0xE0) return add(Kind::integer, tag | ~uint64_t{0xFF});
    return read_tagged(tag, depth);
  }

  bool read_tagged(uint64_t tag, int depth) {
    switch (tag) {
      case 0xC0:
        return add(Kind::nil, 0);
      case 0xC2:
      case 0xC3:
        return add(Kind::boolean, tag & 1);
      case 0xC4:
      case 0xC5:
      case 0xC6:
        return read_sized_text(Kind::binary, size_t{1} << (tag - 0xC4));
      case 0xCA:
      case 0xCB:
        return read_number(size_t{4} << (tag - 0xCA));
      case 0xCC:
      case 0xCD:
      case 0xCE:
      case 0xCF:
        return read_unsigned(size_t{1} << (tag - 0xCC));
      case 0xD0:
      case 0xD1:
      case 0xD2:
      case 0xD3:
        return read_signed(size_t{1} << (tag - 0xD0));
      case 0xD9:
      case 0xDA:
      case 0xDB:
        return read_sized_text(Kind::text, size_t{1} << (tag - 0xD9));
      case 0xDC:
      case 0xDD:
        return read_sized_group(Kind::array, size_t{2} << (tag - 0xDC), depth);
      case 0xDE:
      case 0xDF:
        return read_sized_group(Kind::map, size_t{2} << (tag - 0xDE), depth);
      default:
        return fail("a type that is not read here");
    }
  }

  std::string_view bytes_;
  std::vector<Node>& nodes_;
  size_t at_ = 0;
  const char* reason_ = "";
};

bool Integers::take(size_t size, uint64_t& number) { return take_number(bytes_, at_, size, number); }

bool Integers::map(uint32_t& pairs) {
  uint64_t tag, count;
  if (!take(1, tag)) return false;
  if (tag >= 0x80 && tag < 0x90) {
    count = tag & 0x0F;
  } else if ((tag != 0xDE && tag != 0xDF) || !take(size_t{2} << (tag - 0xDE), count)) {
    return false;
  }
  pairs = static_cast<uint32_t>(count);
  return 2 * count <= bytes_.size() - at_;
}

bool Integers::next(uint64_t& bits) {
  uint64_t tag;
  if (!take(1, tag)) return false;
  if (tag < 0x80) return bits = tag, true;
  if (tag >= 0xE0) return bits = tag | ~uint64_t{0xFF}, true;
  if (tag >= 0xCC && tag <= 0xCF) return take(size_t{1} << (tag - 0xCC), bits);
  if (tag < 0xD0 || tag > 0xD3 || !take(size_t{1} << (tag - 0xD0), bits)) return false;
  bits = sign_extended(bits, size_t{1} << (tag - 0xD0));
  return true;
}

Result<Tree> Tree::parse(std::string_view bytes, std::string_view name) {
  const std::string file(name);
  if (bytes.size() > UINT32_MAX) return Error{Code::too_large, "over 4 GiB", file};
  Tree tree;
  Reader reader(bytes, tree);
  if (reader.read_all()) return tree;
  return Error{Code::malformed, reader.reason(), file + ":" + std::to_string(reader.at())};
}

}  // namespace coranto::msgpack
