// Runs tests/isolate/*.case: what stands under "== page", or as HTML under "== html", is isolated and must give, word for word, what stands below.
#include "isolate/isolate.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "intake/html.h"
#include "intake/intake.h"
#include "join/join.h"
#include "rooted.h"

namespace coranto {
namespace {

const std::string root = rooted("");

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : "; ") + name;
  return out;
}

void field(std::string& out, const std::string& name, const std::string& value) {
  if (!value.empty()) out += name + ": " + value + "\n";
}

constexpr const char* page_kinds[] = {"", "article", "live", "index", "video", "gallery", "stub"};

std::string shown(const Article& article) {
  constexpr const char* kinds[] = {"article", "teaser", "caption", "page"};
  std::string out = std::string("== ") + kinds[static_cast<int>(article.kind)] + "\n";
  if (article.imprint.kind > PageKind::article) field(out, "page", page_kinds[static_cast<int>(article.imprint.kind)]);
  field(out, "title", article.title);
  field(out, "byline", joined(article.byline));
  field(out, "agencies", joined(article.agencies));
  field(out, "published", article.published);
  return article.text.empty() ? out : out + "\n" + article.text + "\n";
}

std::string shown(const std::vector<Article>& articles) {
  constexpr const char* kinds[] = {"title", "byline", "credit", "caption", "teaser", "dateline", "furniture"};
  std::string out;
  for (const auto& article : articles) out += shown(article);
  if (!articles.front().parts.empty()) out += "== parts\n";
  for (const auto& part : articles.front().parts) field(out, kinds[static_cast<int>(part.kind)], part.text);
  for (const auto& post : articles.front().imprint.posts)
    out += "== post\n" + (post.time.empty() ? "" : "time: " + post.time + "\n") + "\n" + post.text + "\n";
  return out;
}

std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

const isolate::Isolator& isolator() {
  static const auto opened = isolate::Isolator::open(root + "/data");
  if (!opened) throw std::runtime_error(opened.error().text());
  return *opened;
}

class IsolateCase : public testing::TestWithParam<std::string> {};

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(root + "/tests/isolate")) {
    if (entry.path().extension() == ".case") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_P(IsolateCase, GivesWhatItsFileSays) {
  const auto text = slurp(root + "/tests/isolate/" + GetParam() + ".case");
  const bool web = text.find("== html\n") < text.find("== page\n");
  const std::string mark = web ? "== html\n" : "== page\n";
  const size_t begin = text.find(mark), end = text.find("\n== ", begin + mark.size());
  ASSERT_NE(begin, std::string::npos);
  ASSERT_NE(end, std::string::npos);
  const auto given = text.substr(begin + mark.size(), end + 1 - begin - mark.size());
  Page page = web ? *intake::page_of_html(given) : Page();
  if (!web) page.text = given;
  EXPECT_EQ(shown(isolator().isolate(page)), text.substr(end + 1));
}

INSTANTIATE_TEST_SUITE_P(Files, IsolateCase, testing::ValuesIn(cases()), [](const auto& one) {
  std::string name = one.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(Isolate, AnIsolatedPageIsLeftAsItIs) {
  Page page;
  page.isolated = true;
  page.text = "By Jane Roe\r\n\r\nPhoto: AFP\n\n\nText  text.";
  const auto articles = isolator().isolate(page);
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].text, page.text);
  EXPECT_TRUE(articles[0].parts.empty());
}

TEST(Isolate, TheTwoCapturesAmongTheSamplesAreOneReport) {
  join::Joiner joiner;
  std::vector<Report> reports;
  for (const char* name : {"01-drill-capture-a.txt", "02-drill-capture-b.txt"}) {
    intake::read(
        {root + "/samples/" + name}, {},
        [&](const Page& page) {
          for (auto& article : isolator().isolate(page)) reports.push_back(joiner.join(std::move(article)));
        },
        [](const Error& error) { FAIL() << error.text(); });
  }
  ASSERT_EQ(reports.size(), 4u);
  EXPECT_EQ(reports[0].article.agencies, reports[3].article.agencies);
  for (size_t i = 0; i < 3; ++i) EXPECT_EQ(reports[i].copy_of, "");
  for (size_t i : {1, 2}) EXPECT_EQ(reports[i].article.kind, ArticleKind::teaser);
  EXPECT_EQ(reports[3].copy_of, reports[0].id);
}

TEST(Isolate, ATableThatIsMissingIsNamed) {
  const auto opened = isolate::Isolator::open("/nowhere");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Code::not_found);
  EXPECT_NE(opened.error().where.find("/nowhere"), std::string::npos);
}

}  // namespace coranto
