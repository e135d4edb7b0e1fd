#include "intake/feed.h"

#include <gtest/gtest.h>

#include "intake/feed_date.h"

namespace coranto::intake {
namespace {

struct Given {
  std::vector<Page> pages;
  std::vector<Error> errors;
};

Given read(const std::string& xml, const std::string& charset = "") {
  Given given;
  const Options options;
  const Gate::Give page = [&](Page one) { given.pages.push_back(std::move(one)); };
  const Gate::Fail failed = [&](Error error) { given.errors.push_back(std::move(error)); };
  Gate gate(options, page, failed);
  read_feed(xml, charset, "a.xml", gate);
  return given;
}

std::string repeated(const std::string& piece, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i) out += piece;
  return out;
}

const std::string rss = R"(<?xml version="1.0" encoding="iso-8859-1"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Muile Post</title><link>https://example.org/</link>
<item><media:title>A picture</media:title><title>Caf&#233; &amp;amp; bar shut</title><link>https://example.org/1</link>
<pubDate>Sat, 1 Nov 2025 08:00:00 +0100</pubDate><dc:creator>Jane Roe</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>The bar shut on Friday.</p><p>Nobody was )"
                        "\xE9"
                        R"(mu.</p>]]></content:encoded></item>
<item><title>Ferry aground</title><guid isPermaLink="true">https://example.org/2</guid>
<author>desk@example.org (John Doe)</author><description>&lt;p&gt;The ferry ran aground.&lt;/p&gt;</description></item>
</channel></rss>)";

}  // namespace

TEST(Feed, ItemsOfRssArePages) {
  const Given given = read(rss);
  ASSERT_EQ(given.pages.size(), 2u);
  EXPECT_TRUE(given.errors.empty());
  const Page& one = given.pages[0];
  EXPECT_EQ(one.source, "https://example.org/1");
  EXPECT_EQ(one.url, "https://example.org/1");
  EXPECT_EQ(one.title, "Café & bar shut");
  EXPECT_EQ(one.published, "2025-11-01");
  EXPECT_EQ(one.byline, std::vector<std::string>{"Jane Roe"});
  EXPECT_EQ(one.html, "<p>The bar shut on Friday.</p><p>Nobody was ému.</p>");
  EXPECT_EQ(given.pages[1].source, "https://example.org/2");
  EXPECT_EQ(given.pages[1].byline, std::vector<std::string>{"John Doe"});
  EXPECT_EQ(given.pages[1].html, "<p>The ferry ran aground.</p>");
}

TEST(Feed, EntriesOfAtomAndItemsOfRss1ArePages) {
  const Given atom =
      read(R"(<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title type="html">A &lt;i>B&lt;/i></a:title>
    <a:link rel="self" href="https://example.org/feed"/><a:link rel="alternate" href="https://example.org/1"/>
    <a:published>2025-11-01T23:00:00-05:00</a:published><a:author><a:name>Jane Roe</a:name></a:author>
    <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p></div></a:content></a:entry></a:feed>)");
  ASSERT_EQ(atom.pages.size(), 1u);
  EXPECT_EQ(atom.pages[0].source, "https://example.org/1");
  EXPECT_EQ(atom.pages[0].title, "A B");
  EXPECT_EQ(atom.pages[0].published, "2025-11-01");
  EXPECT_EQ(atom.pages[0].byline, std::vector<std::string>{"Jane Roe"});
  EXPECT_NE(atom.pages[0].html.find("<p>One</p>"), std::string::npos);
  const Given rdf = read(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title></channel>
    <item><title>A</title><link>https://example.org/3</link><description>Text.</description>
    <dc:date>2025-11-02T08:00:00Z</dc:date></item></rdf:RDF>)");
  ASSERT_EQ(rdf.pages.size(), 1u);
  EXPECT_EQ(rdf.pages[0].source, "https://example.org/3");
  EXPECT_EQ(rdf.pages[0].published, "2025-11-02");
}

TEST(Feed, ASitemapSaysWhatItHolds) {
  const Given map = read(
      R"(<urlset xmlns:news="n"><url><loc>https://example.org/1</loc><news:news/></url><url><loc>b</loc></url></urlset>)");
  ASSERT_EQ(map.errors.size(), 1u);
  EXPECT_EQ(map.errors[0].code, Code::empty);
  EXPECT_EQ(map.errors[0].message,
            "is a sitemap: holds no text, 2 addresses of pages, 1 of them news, the first is https://example.org/1");
}

TEST(Feed, WhatComesBeforeBrokenXmlIsRead) {
  const Given cut = read(rss.substr(0, rss.size() - 60));
  EXPECT_EQ(cut.pages.size(), 2u);
  ASSERT_EQ(cut.errors.size(), 1u);
  EXPECT_EQ(cut.errors[0].code, Code::malformed);
  EXPECT_NE(cut.errors[0].message.find("is broken XML at byte"), std::string::npos);
}

TEST(Feed, EntitiesDoNotGrow) {
  std::string laughs = "<!DOCTYPE rss [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + "\">";
  }
  const Given given =
      read(laughs + "]><rss><channel><item><title>T</title><description>x &a39;</description></item></channel></rss>");
  ASSERT_EQ(given.pages.size(), 1u);
  EXPECT_LT(given.pages[0].html.size(), 50u);
}

TEST(Feed, DepthAndFloodsEndWithAnAnswer) {
  EXPECT_EQ(read("<rss>" + repeated("<a>", 100000)).errors.size(), 1u);
  const std::string item = "<item><title>T</title><description>Text.</description></item>";
  std::string flood = "<rss";
  for (int i = 0; i < 100000; ++i) flood += " xmlns:a" + std::to_string(i) + "=''";
  EXPECT_EQ(read(flood + "><channel>" + repeated(item, 1000) + "</channel></rss>").pages.size(), 1000u);
  const Given many = read("<rss>" + repeated("<a/>", 4000001) + "</rss>");
  ASSERT_EQ(many.errors.size(), 1u);
  EXPECT_EQ(many.errors[0].code, Code::too_large);
  const Given deep = read("<rss><item><title>T</title><description><![CDATA[" + repeated("<div>", 100000) +
                          "]]></description></item></rss>");
  ASSERT_EQ(deep.errors.size(), 1u);
  EXPECT_EQ(deep.errors[0].code, Code::too_large);
}

TEST(Feed, DaysAsFeedsWriteThem) {
  EXPECT_EQ(day_of("2025-11-01T08:00:00Z"), "2025-11-01");
  EXPECT_EQ(day_of("Sat, 01 Nov 2025 08:00:00 GMT"), "2025-11-01");
  EXPECT_EQ(day_of("1 November 25"), "2025-11-01");
  EXPECT_EQ(day_of("Sat, 01 Foo 2025"), "");
  EXPECT_EQ(day_of("yesterday"), "");
  EXPECT_EQ(day_of(""), "");
}

}  // namespace coranto::intake
