#include "label/dependency_tree.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

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

// Heads of a projective tree over [begin, end), its root hanging on `head`.
void grow(int32_t begin, int32_t end, int32_t head, std::mt19937& random, std::vector<int32_t>& heads) {
  if (begin == end) return;
  const auto root = begin + static_cast<int32_t>(random() % static_cast<uint32_t>(end - begin));
  heads[static_cast<size_t>(root)] = head;
  grow(begin, root, root, random, heads);
  const auto part = root + 1 + static_cast<int32_t>(random() % static_cast<uint32_t>(end - root));
  grow(root + 1, part, root, random, heads);
  grow(part, end, root, random, heads);
}

std::vector<int32_t> random_tree(size_t size, std::mt19937& random) {
  std::vector<int32_t> heads(size);
  grow(0, static_cast<int32_t>(size), -1, random, heads);
  return heads;
}

std::vector<uint32_t> edges(const std::vector<uint32_t>& heads, bool right) {
  std::vector<uint32_t> out(heads.size());
  std::iota(out.begin(), out.end(), 0u);
  for (uint32_t i = 0; i < heads.size(); ++i) {
    for (uint32_t at = i; heads[at] != at; at = heads[at]) {
      auto& edge = out[heads[at]];
      edge = right ? std::max(edge, i) : std::min(edge, i);
    }
  }
  return out;
}

std::vector<uint32_t> searched(const std::vector<Arc>& arcs, const DependencyLabels& names, size_t space) {
  std::vector<uint32_t> heads;
  std::vector<uint16_t> labels;
  for (uint32_t i = 0; i < arcs.size(); ++i) {
    heads.push_back(arcs[i].head < 0 ? i : static_cast<uint32_t>(arcs[i].head));
    labels.push_back(arcs[i].head < 0 ? names.root() : names.number(arcs[i].label));
  }
  const auto left = edges(heads, false), right = edges(heads, true);
  const auto found = [&](uint32_t token) {
    std::vector<uint32_t> queue{heads[token]};
    for (size_t at = 0; at < queue.size(); ++at) {
      for (uint32_t child = left[queue[at]]; child <= right[queue[at]]; ++child) {
        if (heads[child] != queue[at] || child == queue[at] || child == token || child == space) continue;
        if (labels[child] == names.heads(labels[token])) return child;
        queue.push_back(child);
      }
    }
    return heads[token];
  };
  for (uint32_t i = 0; i < arcs.size(); ++i) {
    if (!names.decorated(labels[i])) continue;
    heads[i] = found(i);
    labels[i] = names.own(labels[i]);
  }
  return heads;
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

// Random projective trees with decorated labels, against the search as spaCy writes it: between the edges of each
// parent for the words that hang on it.
TEST(DependencyTree, FindsDescendantsAsASearchOfAllWordsWould) {
  const auto names = DependencyLabels::of({"a", "b", "c", "a||b", "b||c", "c||a"});
  ASSERT_TRUE(names.ok());
  const char* labels[] = {"a", "b", "c", "a||b", "b||c", "c||a"};
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    const std::vector<int32_t> heads = random_tree(2 + random() % 30, random);
    std::vector<Arc> arcs;
    for (const int32_t head : heads) arcs.push_back({head, head < 0 ? "" : labels[random() % 6]});
    const size_t space = random() % arcs.size();
    EXPECT_EQ(finished(arcs, *names, space).head, searched(arcs, *names, space)) << round;
  }
}

TEST(DependencyTree, LabelsOfThreePartsAreRefused) { EXPECT_FALSE(DependencyLabels::of({"a||b||c"}).ok()); }

}  // namespace coranto::label
