#include "intake/warc.h"

#include <gtest/gtest.h>
#include <zdict.h>
#include <zstd.h>

#include "intake/unpack.h"

namespace coranto::intake {
namespace {

struct Given {
  std::vector<Page> pages;
  std::vector<std::string> errors;
};

Given read(const std::string& bytes) {
  Given given;
  const Options options;
  const Gate::Give page = [&](Page one) { given.pages.push_back(std::move(one)); };
  const Gate::Fail failed = [&](const Error& error) { given.errors.push_back(error.text()); };
  Gate gate(options, page, failed);
  Window file(unpacked(std::make_unique<Memory>(bytes), "a"));
  read_warc(file, "a", gate);
  return given;
}

std::string record(const std::string& type, const std::string& media, const std::string& block,
                   const std::string& uri = "https://example.org/1") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri +
         "\r\nWARC-Date: 2025-11-01T08:00:00Z\r\nContent-Type: " + media +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string answer(const std::string& header, const std::string& body) {
  return record("response", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n" + header + "\r\n" + body);
}

const std::string html = "Content-Type: text/html\r\n";

}  // namespace

TEST(Warc, AnswersResourcesAndConversionsArePages) {
  const Given given =
      read(record("warcinfo", "application/warc-fields", "software: x\r\n") +
           record("request", "application/http", "GET / HTTP/1.1\r\n\r\n") +
           answer("Content-Type: text/html; charset=\"windows-1251\"\r\n", "<meta charset=utf-8><p>\xE9</p>") +
           record("resource", "text/html", "<p>two</p>") + record("conversion", "text/plain", "three\n") +
           record("revisit", "application/http", "HTTP/1.1 200 OK\r\n\r\n") + record("metadata", "text/plain", "no") +
           answer("Content-Type: image/png\r\n", "\x89PNG") +
           record("response", "application/http", "HTTP/1.1 404 Not Found\r\n" + html + "\r\nno"));
  EXPECT_TRUE(given.errors.empty());
  ASSERT_EQ(given.pages.size(), 3u);
  EXPECT_EQ(given.pages[0].source, "https://example.org/1");
  EXPECT_EQ(given.pages[0].url, "https://example.org/1");
  EXPECT_EQ(given.pages[0].captured, "2025-11-01T08:00:00Z");
  EXPECT_NE(given.pages[0].html.find("<p>й</p>"), std::string::npos);
  EXPECT_EQ(given.pages[2].text, "three\n");
}

TEST(Warc, WhatWasDoneForTheWayIsUndone) {
  const std::string chunked = html + "Transfer-Encoding: chunked\r\n";
  Given given = read(answer(chunked, "5;x=y\r\n<p>on\r\n6\r\ne</p>\n\r\n0\r\n\r\n") + answer(chunked, "<p>undone</p>"));
  ASSERT_EQ(given.pages.size(), 2u);
  EXPECT_EQ(given.pages[0].html, "<p>one</p>\n");
  EXPECT_EQ(given.pages[1].html, "<p>undone</p>");
  given = read(answer(html + "Content-Encoding: br\r\n", "\x8B\x01\x80<p>x\x03"));
  ASSERT_EQ(given.pages.size(), 1u);
  EXPECT_EQ(given.pages[0].html, "<p>x");
  given = read(answer(html + "Content-Encoding: compress\r\n", "xx"));
  EXPECT_EQ(given.errors,
            std::vector<std::string>{
                "a: record 1 at byte 0 (https://example.org/1): its Content-Encoding is not known: compress"});
}

TEST(Warc, AFileWithoutPagesSaysWhatItHolds) {
  EXPECT_EQ(read(record("request", "application/http", "x")).errors,
            std::vector<std::string>{"a: holds no page: 1 request"});
  EXPECT_EQ(read("").errors, std::vector<std::string>{"a: holds no page: no records"});
}

TEST(Warc, AZstdFileMayCarryTheDictionaryOfItsFrames) {
  std::string samples;
  std::vector<size_t> sizes;
  for (int i = 0; i < 200; ++i) {
    const std::string one = answer(html, "<p>The ferry " + std::to_string(i * 7919) + " ran aground.</p>");
    samples += one;
    sizes.push_back(one.size());
  }
  std::string dictionary(4096, '\0');
  dictionary.resize(ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(), sizes.data(),
                                          static_cast<unsigned>(sizes.size())));
  const auto size = static_cast<uint32_t>(dictionary.size());
  std::string file("\x5D\x2A\x4D\x18", 4);
  for (int shift = 0; shift < 32; shift += 8) file += static_cast<char>(size >> shift & 0xFF);
  file += dictionary;
  ZSTD_CCtx* context = ZSTD_createCCtx();
  for (int i = 0; i < 3; ++i) {
    const std::string one = answer(html, "<p>The ferry ran aground.</p>");
    std::string packed(ZSTD_compressBound(one.size()), '\0');
    packed.resize(ZSTD_compress_usingDict(context, packed.data(), packed.size(), one.data(), one.size(),
                                          dictionary.data(), dictionary.size(), 3));
    file += packed;
  }
  ZSTD_freeCCtx(context);
  const Given given = read(file);
  EXPECT_TRUE(given.errors.empty()) << given.errors[0];
  EXPECT_EQ(given.pages.size(), 3u);
}

}  // namespace coranto::intake
