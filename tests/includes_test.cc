// The house's one rule on includes: a stage knows base, the nouns, itself, and of an earlier stage its one header.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "rooted.h"

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> stages = {"base", "intake", "isolate", "join",  "label",
                                         "note", "pool",   "record",  "search"};

size_t rank_of(const std::string& folder) {
  return static_cast<size_t>(std::find(stages.begin(), stages.end(), folder) - stages.begin());
}

constexpr std::string_view directive = "#include\"";

std::vector<std::string> quoted_includes(const fs::path& file) {
  std::vector<std::string> found;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::erase_if(line, [](char c) { return c == ' ' || c == '\t'; });
    if (!line.starts_with(directive)) continue;
    const size_t end = line.find('"', directive.size());
    found.push_back(line.substr(directive.size(), end - directive.size()));
  }
  return found;
}

bool allowed(const std::string& stage, const std::string& include) {
  const std::string folder = fs::path(include).begin()->string();
  if (folder == "coranto" || folder == stage) return true;
  if (rank_of(folder) == stages.size()) return false;
  if (folder == "base") return true;
  return rank_of(folder) < rank_of(stage) && include == folder + "/" + folder + ".h";
}

// Includes under src/ that break the rule, as "file includes header".
std::vector<std::string> broken(const fs::path& source) {
  std::vector<std::string> faults;
  for (const auto& entry : fs::recursive_directory_iterator(source)) {
    const fs::path inside = fs::relative(entry.path(), source);
    const std::string ending = entry.path().extension().string();
    const bool code = ending == ".h" || ending == ".cc" || ending == ".inc";
    const bool unit_test = entry.path().stem().string().ends_with("_test");
    if (!code || unit_test || !inside.has_parent_path()) continue;
    for (const std::string& include : quoted_includes(entry.path())) {
      if (!allowed(inside.begin()->string(), include)) faults.push_back(inside.string() + " includes " + include);
    }
  }
  return faults;
}

}  // namespace

TEST(House, EachStageIncludesOnlyWhatItMay) {
  EXPECT_EQ(broken(fs::path(coranto::rooted("/src"))), std::vector<std::string>());
}

TEST(House, TheRuleCanFail) {
  EXPECT_FALSE(allowed("isolate", "label/label.h"));   // a later stage
  EXPECT_FALSE(allowed("note", "label/tokenizer.h"));  // not the one header
  EXPECT_FALSE(allowed("base", "intake/intake.h"));
  EXPECT_TRUE(allowed("note", "label/label.h"));
}

TEST(House, EachStageHasItsOneHeader) {
  for (const auto& entry : fs::directory_iterator(fs::path(coranto::rooted("/src")))) {
    const std::string stage = entry.path().filename().string();
    if (!entry.is_directory() || stage == "base" || fs::is_empty(entry.path())) continue;
    EXPECT_TRUE(fs::exists(entry.path() / (stage + ".h"))) << stage << " has no header of its own name";
  }
}
