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
  return conllu(document, source, Conllu::lines);
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

// "a b" and, in a sentence of its own, a line end.
TEST(Conllu, AWholeFileNamesAndShowsEachSentence) {
  Document document;
  document.text = "a b\n";
  document.tokens.resize(3);
  const Span spans[] = {{0, 1}, {2, 3}, {3, 4}};
  for (uint32_t i = 0; i < 3; ++i) {
    Token& token = document.tokens[i];
    token.span = spans[i];
    token.text = token.lemma = token.span.of(document.text);
    token.head = i;
    token.pos = token.tag = "X";
  }
  document.tokens[0].space_after = true;
  document.sentences = {0, 2};
  EXPECT_EQ(conllu(document, "in/a b"),
            "# newdoc id = in/a b\n"
            "# sent_id = in_a_b-1\n# text = a b\n"
            "1\ta\ta\tX\tX\t_\t0\tROOT\t_\tOffset=0:1|NER=O\n"
            "2\tb\tb\tX\tX\t_\t0\tROOT\t_\tOffset=2:3|NER=O|SpaceAfter=No\n\n"
            "# sent_id = in_a_b-2\n# text = \\n\n"
            "1\t\\n\t\\n\tX\tX\t_\t0\tROOT\t_\tOffset=3:4|NER=O|SpaceAfter=No\n\n");
}

}  // namespace
}  // namespace coranto::label
