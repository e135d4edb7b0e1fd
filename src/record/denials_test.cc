#include "record/denials.h"

#include <gtest/gtest.h>

#include <string>

namespace coranto::record {
namespace {

const std::string text =
    "The rebels said that the army shelled the market. The mayor said that rain was near. The army denied that it "
    "shelled the market. The general denied the claim.";

Statement statement(ActorIndex speaker, std::string_view content, bool negative) {
  const auto begin = static_cast<uint32_t>(text.find(content));
  Statement out;
  out.speaker = speaker;
  out.content = {{begin, begin + static_cast<uint32_t>(content.size())}};
  out.negative = negative;
  return out;
}

const Statement rebels = statement(0, "the army shelled the market", false);
const Statement mayor = statement(1, "rain was near", false);

TEST(Denials, a_denial_is_tied_to_the_claim_that_shares_its_words) {
  const auto found = denied_claims(text, {rebels, mayor, statement(2, "it shelled the market", true)});
  EXPECT_EQ(found, (std::vector<int32_t>{-1, -1, 0}));
}

TEST(Denials, a_claim_told_after_it_is_found_too) {
  const auto found = denied_claims(text, {statement(2, "it shelled the market", true), rebels});
  EXPECT_EQ(found, (std::vector<int32_t>{1, -1}));
}

TEST(Denials, words_that_point_back_take_the_nearest_claim) {
  const auto found = denied_claims(text, {rebels, mayor, statement(2, "the claim", true)});
  EXPECT_EQ(found, (std::vector<int32_t>{-1, -1, 1}));
}

TEST(Denials, what_nobody_else_claimed_denies_nothing) {
  const auto found = denied_claims(text, {mayor, statement(2, "it shelled the market", true)});
  EXPECT_EQ(found, (std::vector<int32_t>{-1, -1}));
  const auto own = denied_claims(text, {rebels, statement(0, "it shelled the market", true)});
  EXPECT_EQ(own, (std::vector<int32_t>{-1, -1}));
}

}  // namespace
}  // namespace coranto::record
