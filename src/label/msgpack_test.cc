#include "label/msgpack.h"

#include <gtest/gtest.h>

#include <memory>
#include <random>

namespace coranto {
namespace {

using msgpack::Kind;
using msgpack::Tree;
using msgpack::Value;

// {"a": [1, -1, 2^64-1, 1.5f, nil, true], b"k": {"x": bin "yz"}, 7: "seven"}
constexpr std::string_view sample_bytes(
    "\x83\xA1"
    "a\x96\x01\xFF\xCF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xCA\x3F\xC0\x00\x00\xC0\xC3"
    "\xC4\x01k\x81\xA1x\xC4\x02yz\x07\xD9\x05seven",
    40);
const std::string sample(sample_bytes);

// Touches everything that can be reached, so that sanitizers see what a reader would.
size_t walk(Value value) {
  size_t seen = 1 + value.text().size() + (value.number() > 0) + value.boolean();
  for (char c : value.text()) seen += c == 'x';
  for (Value item : value.items()) seen += walk(item);
  for (auto [key, item] : value.pairs()) seen += walk(key) + walk(item);
  return seen;
}

// Parses a copy that ends exactly where its memory ends.
bool survives(std::string_view bytes) {
  const std::unique_ptr<char[]> exact(new char[bytes.size()]);
  std::copy(bytes.begin(), bytes.end(), exact.get());
  const auto tree = Tree::parse({exact.get(), bytes.size()}, "x");
  return tree.ok() ? walk(tree->root()) > 0 : !tree.error().message.empty();
}

}  // namespace

TEST(Msgpack, ReadsEveryKindOfValue) {
  const auto tree = Tree::parse(sample, "sample");
  ASSERT_TRUE(tree.ok()) << tree.error().text();
  const Value root = tree->root();
  ASSERT_EQ(root.size(), 3u);
  std::vector<Value> items;
  for (Value item : root["a"].items()) items.push_back(item);
  ASSERT_EQ(items.size(), 6u);
  EXPECT_EQ(items[0].integer(), 1);
  EXPECT_EQ(items[1].integer(), -1);
  EXPECT_EQ(items[2].unsigned_integer(), ~uint64_t{0});
  EXPECT_EQ(items[3].number(), 1.5);
  EXPECT_TRUE(items[4].is(Kind::nil));
  EXPECT_TRUE(items[5].boolean());
  EXPECT_EQ(root["k"]["x"].text(), "yz");
  EXPECT_TRUE(root["seven"].is(Kind::nil));
  std::string last;
  for (auto [key, value] : root.pairs()) last = std::string(value.text()) + std::to_string(key.integer());
  EXPECT_EQ(last, "seven7");
}

TEST(Msgpack, NamesTheByteThatBreaksIt) {
  const auto cut = Tree::parse(std::string_view(sample).substr(0, 10), "f");
  ASSERT_FALSE(cut.ok());
  EXPECT_EQ(cut.error().code, Code::malformed);
  EXPECT_EQ(cut.error().where, "f:7");
  EXPECT_FALSE(Tree::parse(sample + "\x01", "f").ok());              // something after the value
  EXPECT_FALSE(Tree::parse("\xDD\xFF\xFF\xFF\xFF", "f").ok());       // 4 G items promised
  EXPECT_FALSE(Tree::parse(std::string(100000, '\x91'), "f").ok());  // nested without end
  EXPECT_FALSE(Tree::parse("\xC7\x01\x01\x01", "f").ok());           // extension type
  EXPECT_FALSE(Tree::parse("", "f").ok());
}

TEST(Msgpack, SurvivesTruncatedAndDamagedBytes) {
  for (size_t size = 0; size <= sample.size(); ++size) EXPECT_TRUE(survives(sample.substr(0, size)));
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes = sample;
    for (int i = 0; i < 3; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    ASSERT_TRUE(survives(bytes));
  }
}

}  // namespace coranto
