#include "intake/charset.h"

#include <gtest/gtest.h>

namespace coranto::intake {

// Expected values: HTML Standard, "Determining the character encoding", and Encoding Standard, "Names and labels".
TEST(Charset, TheMarkComesBeforeTheHeaderTheHeaderBeforeThePage) {
  const std::string meta = "<meta charset=windows-1251>\xE9";
  EXPECT_EQ(to_utf8(meta, ""), "<meta charset=windows-1251>й");
  EXPECT_EQ(to_utf8(meta, "iso-8859-1"), "<meta charset=windows-1251>é");
  EXPECT_EQ(to_utf8(meta, "no such charset"), "<meta charset=windows-1251>й");
  EXPECT_EQ(to_utf8("\xEF\xBB\xBF\xC3\xA9", "iso-8859-1"), "é");
  EXPECT_EQ(to_utf8(std::string_view("\xFF\xFE\xE9\0", 4), "utf-8"), "é");
}

TEST(Charset, LabelsMeanWhatBrowsersTakeThemFor) {
  EXPECT_EQ(to_utf8("\x80\x93", "latin1"), "€“");
  EXPECT_EQ(to_utf8("\x80", " US-ASCII\t"), "€");
  EXPECT_EQ(to_utf8("<meta charset=utf-16>\xC3\xA9", ""), "<meta charset=utf-16>é");
  EXPECT_EQ(to_utf8("<meta charset=x-user-defined>\x80", ""), "<meta charset=x-user-defined>€");
  EXPECT_EQ(to_utf8("<meta http-equiv=Content-Type content='text/html; charset=gb2312'>\xC4\xE3", ""),
            "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>你");
}

TEST(Charset, OnlyTheFirstKilobyteDeclares) {
  const std::string late = std::string(1024, ' ') + "<meta charset=windows-1251>\xC3\xA9";
  EXPECT_TRUE(to_utf8(late, "").ends_with("é"));
  EXPECT_TRUE(to_utf8("<!-- <meta charset=windows-1251> -->\xC3\xA9", "").ends_with("é"));
}

TEST(Charset, XmlDeclaresItInItsFirstLine) {
  const std::string xml = "<?xml version='1.0' encoding='iso-8859-2'?><a>\xB1</a>";
  EXPECT_TRUE(xml_to_utf8(xml, "").ends_with("<a>ą</a>"));
  EXPECT_TRUE(xml_to_utf8(xml, "windows-1252").ends_with("<a>±</a>"));
  EXPECT_EQ(xml_to_utf8("<a>\xC3\xA9</a>", ""), "<a>é</a>");
}

}  // namespace coranto::intake
