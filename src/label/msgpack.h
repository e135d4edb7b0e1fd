// MessagePack (msgpack.org/spec), read without copying: the tree's texts point into the bytes.
//
// Made for bytes that nobody vouches for: every length is checked against what is left, nesting is limited, and the
// tree takes at most 32 bytes for each byte read. Extension types are refused.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "coranto/result.h"

namespace coranto::msgpack {

enum class Kind : uint8_t { nil, boolean, integer, number, text, binary, array, map };

// One value of a Tree, cheap to copy. The getters never fail: asked for what the value is not, they give false, 0,
// an empty text, or no items; ask `is` first where the difference matters.
class Value {
 public:
  Value() = default;

  Kind kind() const { return node_ ? node_->kind : Kind::nil; }
  bool is(Kind kind) const { return this->kind() == kind; }

  bool boolean() const;
  int64_t integer() const;            // two's complement where the file holds more than 2^63 - 1
  uint64_t unsigned_integer() const;  // the same bits
  double number() const;              // also of an integer
  std::string_view text() const;      // of text and binary

  // Items of an array or pairs of a map.
  uint32_t size() const;

  // Of a map: value of the pair whose key is the text (or binary) `key`, nil where there is none. Linear.
  Value operator[](std::string_view key) const;

  // Of an array: `for (Value item : value.items())`. Of a map: `for (auto [key, item] : value.pairs())`.
  struct Items;
  struct Pairs;
  Items items() const;
  Pairs pairs() const;

 private:
  friend class Tree;
  friend class Reader;
  struct Node {
    Kind kind = Kind::nil;
    uint32_t size = 0;  // bytes of a text, items of an array, pairs of a map
    uint32_t span = 1;  // nodes of this value, itself included: the next value stands that many further
    union {
      uint64_t bits;
      double number;
      const char* begin;
    } held = {0};
  };
  explicit Value(const Node* node) : node_(node) {}
  Value next() const { return Value(node_ + node_->span); }

  const Node* node_ = nullptr;
};

struct Value::Items {
  struct Iterator {
    const Node* at;
    Value operator*() const { return Value(at); }
    Iterator& operator++() { return at += at->span, *this; }
    bool operator!=(const Iterator& other) const { return at != other.at; }
  };
  Iterator begin() const { return {first}; }
  Iterator end() const { return {last}; }
  const Node *first = nullptr, *last = nullptr;
};

struct Value::Pairs {
  struct Pair;
  struct Iterator {
    const Node* at;
    Pair operator*() const;
    Iterator& operator++();
    bool operator!=(const Iterator& other) const { return at != other.at; }
  };
  Iterator begin() const { return {first}; }
  Iterator end() const { return {last}; }
  const Node *first = nullptr, *last = nullptr;
};

struct Value::Pairs::Pair {
  Value key, value;
};

inline Value::Pairs::Iterator& Value::Pairs::Iterator::operator++() {
  at += at->span;
  at += at->span;
  return *this;
}

// A whole file of one value. The tree owns its nodes; its texts lie in the bytes it was parsed from.
class Tree {
 public:
  // Fails with Code::malformed; `where` is "`name`:offset" of the byte that broke it.
  static Result<Tree> parse(std::string_view bytes, std::string_view name);

  Value root() const { return Value(nodes_.data()); }

 private:
  friend class Reader;
  std::vector<Value::Node> nodes_;  // in reading order
};

// The integers of a flat map, read one after the other: for a map too large to make a tree of.
class Integers {
 public:
  explicit Integers(std::string_view bytes, size_t at = 0) : bytes_(bytes), at_(at) {}

  // Bytes before the next value.
  size_t at() const { return at_; }

  // The head of a map; false where something else stands.
  bool map(uint32_t& pairs);

  // An integer, as Value::unsigned_integer gives it; false where something else stands.
  bool next(uint64_t& bits);

 private:
  bool take(size_t size, uint64_t& number);

  std::string_view bytes_;
  size_t at_;
};

}  // namespace coranto::msgpack
