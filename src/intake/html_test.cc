#include "intake/html.h"

#include <gtest/gtest.h>

namespace coranto {
namespace {

const std::string page = R"(<!doctype html><html><head>
<title>Ferry runs aground | The Muile Post</title>
<meta property="article:published_time" content="2025-03-04T07:30:00+00:00">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferry runs aground off Muile",
"author":[{"@type":"Person","name":"Jane Roe"}]}]}</script>
<style>p { color: red }</style></head><body>
<nav><a href="/">Home</a> <a href="/w">World</a></nav>
<div class="sidebar"><p>A bus fell into the harbour of another town last week, and nobody saw it happen.</p></div>
<article><h1>Ferry runs aground off Muile</h1>
<p>The ferry <a href="/x">Saint Brandan</a> ran aground on Tuesday
   with 84 people aboard, the coast guard said.</p><p>Nobody was hurt,<br>it added, when the ship struck the rocks.</p>
<ul><li><a href="/r">Another story that you might like to read</a></li></ul>
<p>A tug is to pull the ship free on Wednesday’s tide.</p></article>
<footer>© 2025 The Muile Post</footer></body></html>)";

}  // namespace

TEST(Html, LinesAreAsABrowserBreaksThem) {
  const Page read = *intake::page_of_html(page);
  EXPECT_EQ(read.text,
            "Home World\n"
            "A bus fell into the harbour of another town last week, and nobody saw it happen.\n"
            "Ferry runs aground off Muile\n"
            "The ferry Saint Brandan ran aground on Tuesday with 84 people aboard, the coast guard said.\n"
            "Nobody was hurt,\nit added, when the ship struck the rocks.\n"
            "Another story that you might like to read\n"
            "A tug is to pull the ship free on Wednesday’s tide.\n"
            "© 2025 The Muile Post\n");
}

TEST(Html, ALineKnowsItsBoxesAndItsLinks) {
  const Layout layout = intake::page_of_html(page)->layout;
  ASSERT_EQ(layout.lines.size(), 9u);
  const auto& menu = layout.lines[0];
  EXPECT_EQ(layout.boxes[menu.box].tag, "nav");
  EXPECT_EQ(menu.linked, 2u);
  const auto& aside = layout.boxes[layout.lines[1].box];
  EXPECT_EQ(aside.tag, "p");
  EXPECT_EQ(layout.boxes[aside.parent].names, "sidebar");
  EXPECT_EQ(layout.lines[3].words, 16u);
  EXPECT_EQ(layout.lines[3].linked, 2u);
}

TEST(Html, ShortRowsOfATableAreLines) {
  EXPECT_EQ(intake::page_of_html("<html><table><tr><th>Team<th>Points<tr><td>Muile<td><b>3</b> of 4</table>")->text,
            "Team | Points\nMuile | 3 of 4\n");
}

TEST(Html, WordsAreCountedWhereNoBlanksPartThem) {
  EXPECT_EQ(intake::page_of_html("<html><p>船は火曜日に座礁した。")->layout.lines.at(0).words, 7u);
}

TEST(Html, TitleBylineAndDateComeFromTheHead) {
  const Page read = *intake::page_of_html(page);
  EXPECT_EQ(read.title, "Ferry runs aground off Muile");
  EXPECT_EQ(read.byline, std::vector<std::string>{"Jane Roe"});
  EXPECT_EQ(read.published, "2025-03-04");
  EXPECT_EQ(read.published_from, DateSource::metadata);
}

TEST(Html, CharsetsAreReadAsDeclaredOrGuessed) {
  const std::string text = "<p>Le maire a \xE9t\xE9 r\xE9\xE9lu dimanche.</p>";
  EXPECT_EQ(intake::page_of_html("<html><meta charset=iso-8859-1>" + text)->text, "Le maire a été réélu dimanche.\n");
  EXPECT_EQ(intake::page_of_html("<html><p>Le maire a été réélu.</p>")->text, "Le maire a été réélu.\n");
  EXPECT_EQ(intake::page_of_html("<html><meta charset=utf-8><p>a\xFFz</p>")->text, "a\xEF\xBF\xBDz\n");
}

// Each is quadratic for a parser that sets no bounds: minutes and more.
TEST(Html, PagesMadeToBeSlowAreRefused) {
  const auto repeated = [](std::string_view piece, size_t times) {
    std::string page = "<html><body>";
    for (size_t i = 0; i < times; ++i) {
      for (char c : piece) c == '#' ? page += std::to_string(i) : page += c;
    }
    return page;
  };
  const auto refusal = [](const std::string& page) {
    const auto read = intake::page_of_html(page);
    return read ? "" : read.error().message;
  };
  const std::string no = "is no page to read: more than ";
  EXPECT_EQ(refusal(repeated("<div>", 1000000)), no + "500 elements inside each other");
  EXPECT_EQ(refusal(repeated("<p><b id=#></p>", 300000)), no + "500 elements inside each other");
  EXPECT_EQ(refusal(repeated("<p <a# ", 1000000)), no + "250 attributes of an element");
  EXPECT_EQ(refusal(repeated("<a#></a#>", 300000)), no + "5000 names of elements");
  EXPECT_EQ(refusal(repeated("<p a#>", 300000)), no + "5000 names of attributes");
  EXPECT_EQ(refusal(repeated("word </i>", 300000)), no + "4294967296 bytes of text in pieces");
}

TEST(Html, WhatIsDeepInAPageIsLeftOut) {
  std::string deep = "<p>Above.</p>";
  for (int i = 0; i < 400; ++i) deep += "<div>";
  EXPECT_EQ(intake::page_of_html(deep + "Below.")->text, "Above.\n");
}

}  // namespace coranto
