#include "intake/metadata/metadata.h"

#include <gtest/gtest.h>

#include "intake/html.h"
#include "intake/metadata/loose_json.h"
#include "intake/metadata/moment.h"
#include "isolate/isolate.h"
#include "rooted.h"

namespace coranto {
namespace {

using intake::moment_of;

Page read(const std::string& head, const std::string& body) {
  return *intake::page_of_html("<!doctype html><html lang=\"en\"><head>" + head + "</head><body>" + body +
                               "</body></html>");
}

Article isolated(const std::string& head, const std::string& body) {
  static const auto isolator = isolate::Isolator::open(rooted("/data"));
  return isolator->isolate(read(head, body)).front();
}

std::string linked(const std::string& json) { return "<script type=\"application/ld+json\">" + json + "</script>"; }

const std::string text =
    "<p>The ferry Saint Brandan ran aground on Tuesday with 84 people aboard, the coast guard said, and added that"
    " nobody was hurt when the ship struck the rocks off Muile.</p><p>A tug is to pull the ship free on the next tide,"
    " which the harbour master expects on Wednesday at noon.</p>";
const std::string story = "<h1>Ferry runs aground off Muile</h1>";

}  // namespace

TEST(Moment, IsReadInTheFormsOfMarkup) {
  EXPECT_EQ(moment_of("2025-11-01").day, "2025-11-01");
  EXPECT_EQ(moment_of("2025-11-01").time, "");
  EXPECT_EQ(moment_of("2025-11-01T10:00:05.123Z").time, "2025-11-01T10:00:05Z");
  EXPECT_EQ(moment_of("2025-11-01T10:00+0530").time, "2025-11-01T10:00:00+05:30");
  EXPECT_EQ(moment_of("2025-11-01T10:00:00-05:00").time, "2025-11-01T10:00:00-05:00");
  EXPECT_EQ(moment_of("Sat, 1 Nov 2025 16:07:38 -0600").time, "2025-11-01T16:07:38-06:00");
  EXPECT_EQ(moment_of("Tue Nov 18 2025 05:44:06 GMT+0000").time, "2025-11-18T05:44:06Z");
  EXPECT_EQ(moment_of("November 1, 2025, 07:47 PM EST").time, "2025-11-01T19:47:00-05:00");
  EXPECT_EQ(moment_of("20251101").day, "2025-11-01");
  for (const char* none : {"", "0001-01-01 00:00:00Z", "yesterday", "2025", "12:30", "2025-13-40"})
    EXPECT_EQ(moment_of(none).day, "") << none;
}

TEST(LooseJson, IsMended) {
  EXPECT_EQ(intake::mended_json("<!-- {\"a\": [1, 2,], /* no */ \"b\": \"x\ny\", } -->"),
            R"({"a": [1, 2],  "b": "x\u000ay"})");
  EXPECT_EQ(intake::mended_json(R"({"u":"http://x//y"})"), R"({"u":"http://x//y"})");
  EXPECT_EQ(intake::without_references("Tom &amp; &#8216;Roe&#x2019; &c; &"), "Tom & ‘Roe’ &c; &");
}

TEST(Metadata, LinkedDataIsFoundInGraphsArraysAndBrokenJson) {
  const std::string graph =
      R"([{"@graph":[{"@type":"WebPage","datePublished":"2024-01-01"},{"@type":"Person","@id":"#p","name":"Jane Roe"},
      {"@type":["NewsArticle","Thing"],"headline":"Ferry runs aground off Muile","datePublished":"2025-03-04T07:30:00+01:00",
      "dateModified":"2025-03-05T08:00:00Z","author":[{"@id":"#p"},{"@type":"Person","name":"John Doe"}],
      "publisher":{"@type":"Organization","name":"The Muile &amp; Oban Post"},"articleSection":["Ships"],}]},])";
  const Page page = read(linked(graph), story + text);
  EXPECT_EQ(page.published, "2025-03-04");
  EXPECT_EQ(page.imprint.published_at, "2025-03-04T07:30:00+01:00");
  EXPECT_EQ(page.imprint.updated, "2025-03-05T08:00:00Z");
  EXPECT_EQ(page.byline, (std::vector<std::string>{"Jane Roe", "John Doe"}));
  EXPECT_EQ(page.imprint.publisher, "The Muile & Oban Post");
  EXPECT_EQ(page.imprint.section, "Ships");
  EXPECT_EQ(page.imprint.kind, PageKind::article);
}

TEST(Metadata, TheTitleIsTheHeadingWithoutTheSite) {
  const std::string title = "<title>Ferry runs aground off Muile - The Muile Post</title>";
  EXPECT_EQ(read(title, "<h1>The Muile Post</h1>" + text).title, "Ferry runs aground off Muile");
  EXPECT_EQ(read(title, "<h1>The Muile Post</h1><h2>Ferry runs aground off Muile</h2>" + text).title,
            "Ferry runs aground off Muile");
  EXPECT_EQ(
      read("<title>Muile Post | Ferry aground: 84 saved</title>", "<h1>Ferry aground: 84 saved</h1>" + text).title,
      "Ferry aground: 84 saved");
}

TEST(Metadata, AStampBesideTheHeadlineGivesTheDayInManyLanguages) {
  for (const char* stamp :
       {"1 NOV 2025", "Posted: Sat 6:45 PM, Nov 1, 2025", "Von Jana Roe publiziert am 1. November 2025",
        "Publié le 1er novembre 2025 à 10h30", "sábado, 1 de noviembre de 2025", "1 ноября 2025", "2025년 11월 1일",
        "2025年11月1日", "01.11.2025, 10:30", "Diposting pada November 1, 2025"}) {
    EXPECT_EQ(isolated("", story + "<p>" + stamp + "</p>" + text).published, "2025-11-01") << stamp;
  }
}

TEST(Metadata, NoDateIsMadeUp) {
  for (const char* body :
       {"<footer>Copyright 1 November 2025</footer>", "<p>© 2025 Muile Post, 1 November 2025</p>",
        "<div class=\"comments\"><p>Ann, <time datetime=\"2025-11-01\">1 November 2025</time>: so sad</p></div>",
        "<aside><h3>Bus falls into harbour</h3><time datetime=\"2025-11-01T10:00Z\">1 November 2025</time></aside>",
        "<p>The festival of ships runs from 1 November 2025 to 9 November 2025.</p>"}) {
    EXPECT_EQ(isolated("", story + text + body).published, "") << body;
    EXPECT_EQ(isolated("", story + body + text).published, "") << body;
  }
}

TEST(Metadata, AuthorsArePersons) {
  const auto byline = [](const std::string& json) {
    return isolated(linked("{\"@type\":\"NewsArticle\",\"author\":" + json +
                           ",\"publisher\":{\"@type\":\"Organization\",\"name\":\"Muile Post\"}}"),
                    story + text);
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(byline(R"("By TOM ROE, AP Auto Writer")").byline, Names{"TOM ROE"});
  EXPECT_EQ(byline(R"(["Jane Roe and John Doe | Muile Post"])").byline, (Names{"Jane Roe", "John Doe"}));
  EXPECT_EQ(byline(R"({"@type":"Person","name":"Muile Post"})").byline, Names{});
  EXPECT_EQ(byline(R"("admin")").byline, Names{});
  EXPECT_EQ(byline(R"("Muile News Bureau")").byline, Names{});
  EXPECT_EQ(byline(R"({"@type":"Person","name":"Reuters"})").byline, Names{});
  EXPECT_EQ(byline(R"({"@type":"Person","name":"Reuters"})").agencies, Names{"Reuters"});
  EXPECT_EQ(isolated("", story + "<p>By Jane Roe and John Doe</p>" + text).byline, (Names{"Jane Roe", "John Doe"}));
}

TEST(Metadata, ALiveBlogGivesItsPosts) {
  const Page page = read(linked(R"({"@type":"LiveBlogPosting","headline":"Ferry aground: live","liveBlogUpdate":[
    {"@type":"BlogPosting","headline":"Tug on its way","articleBody":"A tug left Oban.","datePublished":"2025-11-01T10:05:00Z"},
    {"@type":"BlogPosting","articleBody":"All are safe.","datePublished":"2025-11-01T10:20:00Z"}]})"),
                         "<h1>Ferry aground: live</h1>" + text);
  EXPECT_EQ(page.imprint.kind, PageKind::live);
  ASSERT_EQ(page.imprint.posts.size(), 2u);
  EXPECT_EQ(page.imprint.posts[0].title, "Tug on its way");
  EXPECT_EQ(page.imprint.posts[1].time, "2025-11-01T10:20:00Z");
  EXPECT_EQ(page.imprint.posts[1].text, "All are safe.");
}

TEST(Metadata, DaysInAddresses) {
  EXPECT_EQ(intake::day_in_url("https://post.example/world/2025/11/01/ferry"), "2025-11-01");
  EXPECT_EQ(intake::day_in_url("https://post.example/2025-11-1/ferry.html"), "2025-11-01");
  EXPECT_EQ(intake::day_in_url("https://post.example/2025/ferry-12"), "");
  EXPECT_EQ(intake::day_in_url("https://post.example/12/345/2025"), "");
}

}  // namespace coranto
