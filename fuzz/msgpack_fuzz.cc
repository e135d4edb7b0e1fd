// Any bytes give a tree or an error; a tree can be walked to its last leaf.
#include <cstdint>

#include "label/msgpack.h"

namespace {

using coranto::msgpack::Kind;
using coranto::msgpack::Value;

size_t walk(Value value) {
  size_t seen = 1;
  if (value.is(Kind::text) || value.is(Kind::binary)) {
    for (char c : value.text()) seen += static_cast<unsigned char>(c) & 1;
  }
  if (value.is(Kind::array)) {
    for (Value item : value.items()) seen += walk(item);
  }
  if (value.is(Kind::map)) {
    for (auto [key, item] : value.pairs()) seen += walk(key) + walk(item);
  }
  return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const auto tree = coranto::msgpack::Tree::parse({reinterpret_cast<const char*>(bytes), size}, "fuzz");
  return tree && walk(tree->root()) == 0 ? 1 : 0;
}
