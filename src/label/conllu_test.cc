#include "label/conllu.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace coranto::label {
namespace {

// A document of one token.
std::string conllu_of(std::string_view text, std::string_view source = "a") {
  Document document;
  document.text = text;
  document.tokens.resize(1);
  Token& token = document.tokens[0];
  token.span = {0, static_cast<uint32_t>(text.size())};
  token.text = token.lemma = text;
  token.pos = token.tag = "X";
  document.sentences = {0};
  return conllu(document, source);
}

std::string form_of(std::string_view text) {
  const std::string out = conllu_of(text);
  const size_t begin = out.find("1\t") + 2;
  return out.substr(begin, out.find('\t', begin) - begin);
}

TEST(Conllu, WhiteSpaceIsOneVisiblePiece) {
  EXPECT_EQ(form_of("  "), "\\s\\s");
  EXPECT_EQ(form_of("\t\r\n"), "\\t\\r\\n");
  EXPECT_EQ(form_of("\v\f\x1c\u0085\u2028\u2029"), "\\u000b\\u000c\\u001c\\u0085\\u2028\\u2029");
  EXPECT_EQ(form_of("\u00A0\u3000"), "\u00A0\u3000");
}

TEST(Conllu, OtherTokensAreWrittenAsTheyAre) {
  for (const std::string_view text : {"\\n", "a\\s", "\U0001F468\u200D\U0001F469", "x\xFF", "\x01"})
    EXPECT_EQ(form_of(text), text);
}

TEST(Conllu, ASourceIsOneLine) {
  const std::string out = conllu_of("x", "a b\r\n\u2028c");
  EXPECT_TRUE(out.starts_with("# newdoc id = a b\\r\\n\\u2028c\n1\tx\t")) << out;
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 3);
}

}  // namespace
}  // namespace coranto::label
