#include "base/unicode.h"

#include <gtest/gtest.h>

namespace coranto::unicode {

// Expected values are Python's.
TEST(Unicode, LowerCaseIsFull) {
  EXPECT_EQ(lower("ΣΊΣΥΦΟΣ ΣΑΣ. Σ"), "σίσυφος σας. σ");
  EXPECT_EQ(lower("İSTANBUL Ⅷ Ⓐ ẞ ǅ"), "i̇stanbul ⅷ ⓐ ß ǆ");
  EXPECT_EQ(lower("A\xFFZ"), "a\xFFz");
}

TEST(Unicode, ClassesArePythons) {
  EXPECT_TRUE(is_digit(U'²') && is_digit(U'①') && is_digit(U'٣') && !is_digit(U'½') && !is_digit(U'Ⅷ'));
  EXPECT_TRUE(is_space(0x1C) && is_space(0x85) && is_space(0x2028) && !is_space(0x180E) && !is_space(0x200B));
  EXPECT_TRUE(is_alpha(U'ǅ') && !is_upper(U'ǅ') && !is_alpha(U'Ⅷ') && is_alpha(U'国'));
}

}  // namespace coranto::unicode
