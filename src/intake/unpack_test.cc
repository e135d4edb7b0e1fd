#include "intake/unpack.h"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include "intake/files.h"

namespace coranto::intake {
namespace {

std::string gzipped(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd_packed(const std::string& bytes) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress2(context, out.data(), out.size(), bytes.data(), bytes.size()));
  ZSTD_freeCCtx(context);
  return out;
}

std::string numbers(size_t upto) {
  std::string out;
  for (size_t i = 0; i < upto; ++i) out += std::to_string(i) + '\n';
  return out;
}

Result<std::string> read(const std::string& packed) {
  return bytes_of(*unpacked(std::make_unique<Memory>(packed, 1000), "a"), 1u << 30, "a");
}

std::string reason(const std::string& packed) {
  const auto got = read(packed);
  return got ? "none" : got.error().text();
}

}  // namespace

TEST(Unpack, MembersAndFramesFollowEachOther) {
  const std::string text = numbers(100000);
  EXPECT_EQ(*read(text), text);
  EXPECT_EQ(*read(gzipped(text) + gzipped("") + gzipped("end")), text + "end");
  EXPECT_EQ(*read(zstd_packed(text) + zstd_packed("") + zstd_packed("end")), text + "end");
  EXPECT_EQ(*read(gzipped(text) + std::string(512, '\0')), text);
  const std::string nothing("\x50\x2A\x4D\x18\x03\0\0\0abc", 11);
  EXPECT_EQ(*read(nothing + zstd_packed(text)), text);
}

TEST(Unpack, WhatIsDamagedIsNamedWithItsPlace) {
  const std::string one = gzipped("one"), two = gzipped(numbers(50000));
  const std::string there = "a: is damaged: the gzip member at byte " + std::to_string(one.size());
  EXPECT_EQ(reason(one + two.substr(0, 500)),
            there + ", read to byte " + std::to_string(one.size() + 500) + ": it is cut short");
  std::string wrong_sum = one + two;
  wrong_sum[wrong_sum.size() - 8] ^= 1;
  EXPECT_NE(reason(wrong_sum).find("incorrect data check"), std::string::npos) << reason(wrong_sum);
  EXPECT_TRUE(reason(one + "junk").starts_with(there)) << reason(one + "junk");
  std::string frame = zstd_packed(numbers(50000));
  EXPECT_NE(reason(frame.substr(0, frame.size() / 2)).find("it is cut short"), std::string::npos);
  frame[frame.size() / 2] ^= 0x55;
  EXPECT_TRUE(reason(frame).starts_with("a: is damaged: the zstd frame at byte 0")) << reason(frame);
}

TEST(Unpack, ABombIsStopped) {
  const std::string zeros(80 << 20, '0');
  EXPECT_EQ(reason(gzipped(zeros)), "a: unpacks to more than 500 times its size");
  EXPECT_EQ(reason(zstd_packed(zeros)), "a: unpacks to more than 500 times its size");
}

TEST(Unpack, AfterADamagedPartReadingGoesOnAtTheNextOneThatBeginsAsItShould) {
  const std::string part = gzipped("WARC/1.0 " + numbers(2000));
  std::string damaged = part;
  damaged[part.size() / 2] ^= 0x55;
  Window window(unpacked(std::make_unique<Memory>(part + damaged + gzipped("other") + part, 1000), "a"));
  const auto first = window.ahead(1 << 20);
  EXPECT_TRUE(first.starts_with("WARC/1.0 0\n"));
  EXPECT_FALSE(window.state().ok());
  const uint64_t size = numbers(2000).size() + 9;
  EXPECT_EQ(window.sound(), size);
  ASSERT_TRUE(window.resume("WARC/"));
  EXPECT_EQ(window.ahead(1 << 20), "WARC/1.0 " + numbers(2000));
  EXPECT_TRUE(window.state().ok());
  EXPECT_FALSE(window.resume("WARC/"));
}

}  // namespace coranto::intake
