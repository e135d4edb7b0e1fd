#include "join/normal.h"

#include <gtest/gtest.h>
#include <utf8proc.h>

#include <cstdlib>
#include <random>

namespace coranto {
namespace {

std::string folded(const std::string& text) {
  utf8proc_uint8_t* bytes = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                      UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &bytes, options);
  std::string out(reinterpret_cast<char*>(bytes), static_cast<size_t>(size));
  std::free(bytes);
  return out;
}

}  // namespace

TEST(Normal, CarriersDifferInMarksCaseAndSpace) {
  const std::string form = join::normal_form("The “Ferry’s”  captain (李文)\n\nSAID: don't!");
  EXPECT_EQ(form, "the ferrys captain 李文 said dont");
  EXPECT_EQ(join::normal_form(" the \"ferry's\" captain （李文） -- Said, don’t"), form);
  EXPECT_EQ(join::normal_form("ﬁne Cafe\u0301 co\u00ADop"), "fine café coop");
  EXPECT_EQ(join::normal_form("…"), "");
}

// Taking ASCII by itself must not change what the whole text gives.
TEST(Normal, AnyMixtureIsNormalisedAsAWhole) {
  const std::vector<std::string> pieces = {"a",      "B",      "9",      " ",      "'",    "’",   "\n", ".",
                                           "e",      "\u0301", "É",      "\u00AD", "ﬁ",    "ß",   "İ",  "中",
                                           "\u200D", "가",     "\u1161", "½",      "\x01", "\x7F"};
  std::mt19937 draw(3);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (size_t n = draw() % 12; n > 0; --n) text += pieces[draw() % pieces.size()];
    EXPECT_EQ(join::normal_form(text), join::normal_form(folded(text))) << text;
  }
}

}  // namespace coranto
