#include "coranto/engine.h"

#include <algorithm>

#include "base/pipeline.h"
#include "intake/intake.h"
#include "isolate/isolate.h"
#include "join/join.h"
#include "label/label.h"
#include "note/note.h"

namespace coranto {
namespace {

// They grow until one matrix product pays.
constexpr BatchSizes batch_sizes{.first = 4 << 10, .most = 48 << 10};

using Readings = std::vector<Reading>;

}  // namespace

struct Engine::Stages {
  Settings settings;
  isolate::Isolator isolator;
  join::Joiner joiner;
  label::Labeller labeller;
  note::Noter noter;

  Readings understand(Readings batch) const;
};

namespace {

// Articles until they are enough to be joined, then their reports.
class Gathering {
 public:
  using Take = std::function<void(Report)>;
  Gathering(join::Joiner& joiner, Take take) : joiner_(joiner), take_(std::move(take)) {}

  void add(Article article) {
    bytes_ += article.text.size();
    articles_.push_back(std::move(article));
    if (articles_.size() >= join::batch_articles || bytes_ >= most_bytes) finish();
  }

  void finish() {
    for (Report& report : joiner_.join(std::exchange(articles_, {}))) take_(std::move(report));
    bytes_ = 0;
  }

 private:
  static constexpr size_t most_bytes = 16 << 20;

  join::Joiner& joiner_;
  Take take_;
  std::vector<Article> articles_;
  size_t bytes_ = 0;
};

}  // namespace

Engine::Engine(std::unique_ptr<Stages> stages) : stages_(std::move(stages)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine::~Engine() = default;

void Engine::remember(const Trace& trace) { stages_->joiner.remember(trace); }

const std::string& Engine::model_name() const { return stages_->labeller.name(); }

Result<Engine> Engine::open(const Settings& settings) {
  auto labeller = label::Labeller::open(settings.model, settings.precision);
  if (!labeller) return labeller.error();
  auto isolator = isolate::Isolator::open(settings.data);
  if (!isolator) return isolator.error();
  auto noter = note::Noter::open(settings.data);
  if (!noter) return noter.error();
  return Engine(std::unique_ptr<Stages>(
      new Stages{settings, std::move(*isolator), join::Joiner(), std::move(*labeller), std::move(*noter)}));
}

Readings Engine::Stages::understand(Readings batch) const {
  std::vector<std::string_view> texts;
  for (const Reading& reading : batch) texts.push_back(reading.report.article.text);
  const std::vector<Document> documents = labeller.label(texts);
  for (size_t i = 0; i < batch.size(); ++i) batch[i].notes = noter.note(batch[i].report, documents[i]);
  return batch;
}

uint64_t Engine::size_of(const std::vector<std::string>& paths) { return intake::size_of(paths); }

void Engine::read(const std::vector<std::string>& paths, const Give& give, const Fail& fail, const Passed& passed) {
  Stages& stages = *stages_;
  Pipeline<Reading, Readings> line(
      stages.settings.threads, batch_sizes, [&](Readings batch) { return stages.understand(std::move(batch)); },
      [&](Readings batch) { std::for_each(batch.begin(), batch.end(), give); });
  Gathering gathering(stages.joiner, [&](Report report) {
    const size_t bytes = report.article.text.size();
    line.add({std::move(report), {}}, bytes);
  });
  const auto give_all = [&] { gathering.finish(), line.finish(); };
  const intake::Options options{.isolated = stages.settings.isolated,
                                .published = stages.settings.published,
                                .selection = stages.settings.selection,
                                .waiting = give_all,
                                .passed = passed};
  const auto take = [&](Page page) {
    for (Article& article : stages.isolator.isolate(page)) gathering.add(std::move(article));
  };
  intake::read(paths, options, take, fail);
  give_all();
}

}  // namespace coranto
