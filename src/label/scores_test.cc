#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "base/tsv.h"
#include "label/tok2vec.h"
#include "label/transition_model.h"
#include "rooted.h"

namespace coranto::label {
namespace {

namespace fs = std::filesystem;
const std::string package = rooted("/.deps/en_core_web_sm");

// A move as spaCy scored it.
struct Scored {
  size_t number = 0;
  std::string name;
  float score = 0;
};

struct Step {
  std::vector<int32_t> context;
  Scored best, next;
};

// A file of tools/spacy_scores.py.
struct Trace {
  std::vector<Features> tokens;
  std::vector<std::string> words;
  std::vector<Step> steps;
};

Features features_of(const std::vector<std::string>& cells) {
  const auto id = [&](size_t i) { return static_cast<uint64_t>(std::stoull(cells[i])); };
  return {id(1), id(2), id(3), id(4), id(5), cells[6] == "1", cells[7] == "1"};
}

Step step_of(const std::vector<std::string>& cells) {
  const auto scored = [&](size_t i) { return Scored{std::stoul(cells[i]), cells[i + 1], std::stof(cells[i + 2])}; };
  Step step{{}, scored(cells.size() - 6), scored(cells.size() - 3)};
  for (size_t i = 1; i + 6 < cells.size(); ++i) step.context.push_back(std::stoi(cells[i]));
  return step;
}

Trace read_trace(const fs::path& path) {
  Trace trace;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto cells = split(line, '\t');
    if (cells[0] == "token") {
      trace.tokens.push_back(features_of(cells));
      trace.words.push_back(cells[8]);
    } else {
      trace.steps.push_back(step_of(cells));
    }
  }
  return trace;
}

// Scores of one component: the model of its folder, and the tok2vec of its own or the shared one.
class Component {
 public:
  Component(const std::string& name, uint32_t context)
      : tok2vec_file_(open(name == "ner" ? "ner" : "tok2vec")),
        file_(open(name)),
        tok2vec_(tok2vec_file_, nullptr),
        model_(file_, context, tok2vec_.width()) {}

  // Calls `step` with each step of `trace` and our scores.
  template <typename Call>
  void score(const Trace& trace, Call step) const {
    TokenVectors::Scratch stretches;
    TransitionModel::Scratch scratch;
    TokenVectors vectors(tok2vec_, trace.tokens, stretches);
    model_.start(vectors, trace.tokens.size(), scratch);
    for (const Step& s : trace.steps) step(s, model_.scores(s.context.data(), scratch));
  }

 private:
  static ModelFile open(const std::string& name) {
    return std::move(*ModelFile::open(package + "/" + name + "/model"));
  }
  ModelFile tok2vec_file_, file_;
  Tok2Vec tok2vec_;
  TransitionModel model_;
};

}  // namespace

// tests/label/scores/COMPONENT-*.tsv. The two engines sum in different orders, so scores differ in their last bits and
// a choice can differ only where the two best are nearer to each other than that.
TEST(Scores, AreSpacysButForTheOrderOfSums) {
  if (!fs::exists(package)) GTEST_SKIP() << "no model: run tools/setup.sh";
  size_t steps = 0;
  for (const auto& entry : fs::directory_iterator(rooted("/tests/label/scores"))) {
    const std::string name = entry.path().stem().string(), component = name.substr(0, name.find('-'));
    const Trace trace = read_trace(entry.path());
    ASSERT_FALSE(trace.steps.empty()) << name;
    const Component scorer(component, static_cast<uint32_t>(trace.steps[0].context.size()));
    scorer.score(trace, [&](const Step& step, const float* ours) {
      ++steps;
      for (const Scored& move : {step.best, step.next})
        EXPECT_NEAR(ours[move.number], move.score, 1e-4) << name << " " << move.name;
      if (ours[step.best.number] > ours[step.next.number]) return;
      std::cout << std::setprecision(9) << name << " at \"" << trace.words[static_cast<size_t>(step.context[0])]
                << "\": " << step.best.name << " " << ours[step.best.number] << " (spaCy " << step.best.score << "), "
                << step.next.name << " " << ours[step.next.number] << " (spaCy " << step.next.score << ")\n";
      EXPECT_LT(std::abs(step.best.score - step.next.score), 1e-4) << name;
    });
  }
  EXPECT_GT(steps, 50u);
}

}  // namespace coranto::label
