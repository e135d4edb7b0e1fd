#include "label/strings.h"

#include <gtest/gtest.h>

namespace coranto::label {

TEST(Strings, ReservedNamesAreNumbersAllElseIsHashed) {
  EXPECT_EQ(string_id("coffee"), 3197928453018144401u);
  EXPECT_EQ(string_id("det"), 415u);
  EXPECT_EQ(string_id(""), 0u);
  EXPECT_EQ(string_hash("det"), 2755633202201383569u);
  EXPECT_EQ(string_id("Größenordnung"), 17485125324295832486u);
}

}  // namespace coranto::label
