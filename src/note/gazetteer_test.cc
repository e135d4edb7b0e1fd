#include "note/gazetteer.h"

#include <gtest/gtest.h>

#include "rooted.h"

namespace coranto::note {
namespace {

TEST(Gazetteer, knows_countries_by_every_usual_name) {
  auto gazetteer = Gazetteer::open(rooted("/data"));
  ASSERT_TRUE(gazetteer) << gazetteer.error().text();
  const std::pair<const char*, const char*> wanted[] = {{"US", "USA"},
                                                        {"U.S.", "USA"},
                                                        {"the United States", "USA"},
                                                        {"Americans", "USA"},
                                                        {"UK", "GBR"},
                                                        {"Britain", "GBR"},
                                                        {"Beijing", "CHN"},
                                                        {"Chinese", "CHN"},
                                                        {"Kosovo", "XKX"},
                                                        {"Holy See", "VAT"},
                                                        {"Palestinians", "PSE"},
                                                        {"Taiwan", "TWN"},
                                                        {"CHINA", "CHN"},
                                                        {"Scottish", "GBR"},
                                                        {"Germans", "DEU"},
                                                        {"the Kremlin", "RUS"},
                                                        {"the Netherlands", "NLD"},
                                                        {"Côte d'Ivoire", "CIV"},
                                                        {"Dutch", "NLD"},
                                                        {"Springfield", ""},
                                                        {"us", ""},
                                                        {"turkey", ""},
                                                        {"Middle East", ""}};
  for (const auto& [name, country] : wanted) EXPECT_EQ(gazetteer->country_of(name), country) << name;
  EXPECT_EQ(gazetteer->country_name("USA"), "United States");
  EXPECT_EQ(gazetteer->country_name("ZZZ"), "");
}

TEST(Gazetteer, says_which_folder_is_missing) {
  const auto gazetteer = Gazetteer::open("/nowhere");
  ASSERT_FALSE(gazetteer);
  EXPECT_NE(gazetteer.error().text().find("/nowhere/places/countries.tsv"), std::string::npos);
}

}  // namespace
}  // namespace coranto::note
