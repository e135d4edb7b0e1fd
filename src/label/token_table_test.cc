#include "label/token_table.h"

#include <gtest/gtest.h>

namespace coranto::label {
namespace {

std::string written(const TokenTable& table, const Document& document, std::string_view source) {
  std::string out;
  table.write(document, source, [&out](std::string_view piece) { out += piece; });
  return out;
}

// "Go \n" and, as a sentence of its own, "on".
Document document_of(std::string_view text) {
  Document document;
  document.text = text;
  document.tokens.resize(3);
  document.tokens[0].span = {0, 2};
  document.tokens[1].span = {3, 4};
  document.tokens[2].span = {4, 6};
  for (Token& token : document.tokens) token.text = token.lemma = token.span.of(text);
  document.tokens[0].space_after = true;
  document.tokens[2].head = 2;
  document.tokens[2].ner = 'U';
  document.tokens[2].entity = "GPE";
  document.sentences = {0, 2};
  return document;
}

TEST(TokenTable, ALineAToken) {
  const auto table = TokenTable::of("sentence,id,text,head,morph,entity,start,end,space");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->head(), "sentence\tid\ttext\thead\tmorph\tentity\tstart\tend\tspace\n");
  EXPECT_EQ(written(*table, document_of("Go \non"), "a"),
            "1\t1\tGo\t0\t_\tO\t0\t2\t1\n"
            "1\t2\t\\n\t1\t_\tO\t3\t4\t0\n"
            "2\t1\ton\t0\t_\tB-GPE\t4\t6\t0\n");
}

TEST(TokenTable, AColumnMayComeTwiceAndASourceIsOneField) {
  const auto table = TokenTable::of("id,doc,id");
  ASSERT_TRUE(table);
  EXPECT_EQ(written(*table, document_of("Go \non"), "a\tb\nc"),
            "1\ta\\tb\\nc\t1\n"
            "2\ta\\tb\\nc\t2\n"
            "1\ta\\tb\\nc\t1\n");
}

TEST(TokenTable, AnUnknownColumnIsNamed) {
  for (const std::string_view columns : {"text,form", "form", "text,form,pos"}) {
    const auto table = TokenTable::of(columns);
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().message, "no column \"form\"");
  }
  EXPECT_FALSE(TokenTable::of(""));
  EXPECT_FALSE(TokenTable::of("text,"));
}

}  // namespace
}  // namespace coranto::label
