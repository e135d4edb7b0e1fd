#include "label/dependency_tree.h"

#include <gtest/gtest.h>

namespace coranto::label {
namespace {

struct Arc {
  int32_t head;  // -1: root
  const char* label;
};

Analysis finished(const std::vector<Arc>& arcs, const DependencyLabels& names, size_t space = SIZE_MAX) {
  std::vector<Features> tokens(arcs.size());
  if (space < tokens.size()) tokens[space].is_space = true;
  std::vector<int32_t> heads;
  std::vector<uint16_t> labels;
  for (const Arc& arc : arcs) heads.push_back(arc.head), labels.push_back(names.number(arc.label));
  Analysis out;
  DependencyTree().finish(heads, labels, names, tokens, out);
  return out;
}

}  // namespace

TEST(DependencyTree, SentencesBeginAtTheLeftEdgeOfEachRoot) {
  const auto names = DependencyLabels::of({"nsubj", "dobj"});
  ASSERT_TRUE(names.ok());
  const Analysis out = finished({{1, "nsubj"}, {-1, ""}, {1, "dobj"}, {-1, ""}, {3, "dobj"}}, *names);
  EXPECT_EQ(out.sentence_start, (std::vector<uint8_t>{1, 0, 0, 1, 0}));
  EXPECT_EQ(out.head, (std::vector<uint32_t>{1, 1, 1, 3, 3}));
  EXPECT_EQ(out.dep[1], names->root());
}

// A hearing is scheduled on the issue today: "on" belongs to hearing, the projective tree hangs it on scheduled.
TEST(DependencyTree, ADecoratedLabelMovesToTheDescendantItNames) {
  const auto names = DependencyLabels::of({"det", "nsubjpass", "auxpass", "prep", "prep||nsubjpass", "pobj"});
  ASSERT_TRUE(names.ok());
  const std::vector<Arc> arcs = {{1, "det"}, {3, "nsubjpass"}, {3, "auxpass"}, {-1, ""}, {3, "prep||nsubjpass"},
                                 {6, "det"}, {4, "pobj"}};
  const Analysis out = finished(arcs, *names);
  EXPECT_EQ(out.head[4], 1u);
  EXPECT_EQ(names->plain()[out.dep[4]], "prep");
  const Analysis blocked = finished(arcs, *names, 1);  // white space is never the new head
  EXPECT_EQ(blocked.head[4], 3u);
  EXPECT_EQ(names->plain()[blocked.dep[4]], "prep");
}

TEST(DependencyTree, LabelsOfThreePartsAreRefused) { EXPECT_FALSE(DependencyLabels::of({"a||b||c"}).ok()); }

}  // namespace coranto::label
