#include "base/utf8.h"

#include <gtest/gtest.h>

namespace coranto {

TEST(Utf8, CarriesByteSpansToCodePoints) {
  const std::string text = "a“b”王磊c";
  const utf8::PointMap map(text);
  EXPECT_EQ(map.points({4, 5}), (Span{2, 3}));  // b
  EXPECT_EQ(map.point(static_cast<uint32_t>(text.size())), utf8::count_points(text));
}

TEST(Utf8, FindsTheFirstInvalidByte) {
  EXPECT_EQ(utf8::first_invalid("plain “quoted” 軍"), std::string_view::npos);
  EXPECT_EQ(utf8::first_invalid("ab\xC3"), 2u);
  EXPECT_EQ(utf8::first_invalid("\xC0\x80"), 0u);       // overlong
  EXPECT_EQ(utf8::first_invalid("x\xED\xA0\x80"), 1u);  // surrogate
}

TEST(Utf8, AppendIsTheInverseOfDecode) {
  for (char32_t point : {U'a', U'é', U'軍', U'\U0001F600'}) {
    std::string text;
    utf8::append(text, point);
    EXPECT_EQ(utf8::decode(text, 0).point, point);
  }
}

}  // namespace coranto
