#include "coranto/engine.h"

#include <algorithm>
#include <deque>

#include "base/pipeline.h"
#include "intake/intake.h"
#include "isolate/isolate.h"
#include "join/join.h"
#include "label/label.h"
#include "note/note.h"
#include "pool/pool.h"

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
  pool::Gister gister;
  pool::Pool pool;

  Readings understand(Readings batch) const;
};

namespace {

// Articles until they are enough to be joined, then their reports.
class Gathering {
 public:
  using Take = std::function<void(std::vector<Report>)>;
  Gathering(join::Joiner& joiner, Take take) : joiner_(joiner), take_(std::move(take)) {}

  void add(Article article) {
    bytes_ += article.text.size();
    articles_.push_back(std::move(article));
    if (articles_.size() >= join::batch_articles || bytes_ >= most_bytes) finish();
  }

  void finish() {
    if (!articles_.empty()) take_(joiner_.join(std::exchange(articles_, {})));
    bytes_ = 0;
  }

 private:
  static constexpr size_t most_bytes = 16 << 20;

  join::Joiner& joiner_;
  Take take_;
  std::vector<Article> articles_;
  size_t bytes_ = 0;
};

// Readings until those that were joined together are there, then all of them with their stories.
class Placing {
 public:
  Placing(pool::Pool& pool, const Engine::Give& give) : pool_(pool), give_(give) {}

  // So many are to be placed together.
  void expect(size_t readings) { expected_.push_back(readings); }

  void add(Reading reading) {
    waiting_.push_back(std::move(reading));
    if (waiting_.size() == expected_.front()) place();
  }

 private:
  void place() {
    std::vector<Report*> reports;
    for (Reading& reading : waiting_) reports.push_back(&reading.report);
    pool_.place(reports);
    std::for_each(waiting_.begin(), waiting_.end(), give_);
    waiting_.clear();
    expected_.pop_front();
  }

  pool::Pool& pool_;
  const Engine::Give& give_;
  std::deque<size_t> expected_;
  Readings waiting_;
};

}  // namespace

Engine::Engine(std::unique_ptr<Stages> stages) : stages_(std::move(stages)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine::~Engine() = default;

void Engine::remember(const Trace& trace) { stages_->joiner.remember(trace); }
void Engine::remember(const Account& account) { stages_->pool.remember(account); }
std::vector<Move> Engine::moved() { return stages_->pool.moved(); }

const std::string& Engine::model_name() const { return stages_->labeller.name(); }

Result<Engine> Engine::open(const Settings& settings) {
  auto labeller = label::Labeller::open(settings.model, settings.precision);
  if (!labeller) return labeller.error();
  auto isolator = isolate::Isolator::open(settings.data);
  if (!isolator) return isolator.error();
  auto noter = note::Noter::open(settings.data);
  if (!noter) return noter.error();
  auto gister = pool::Gister::open(settings.data);
  if (!gister) return gister.error();
  return Engine(std::unique_ptr<Stages>(new Stages{settings, std::move(*isolator), join::Joiner(), std::move(*labeller),
                                                   std::move(*noter), std::move(*gister), pool::Pool()}));
}

Readings Engine::Stages::understand(Readings batch) const {
  std::vector<std::string_view> texts;
  for (const Reading& reading : batch) texts.push_back(reading.report.article.text);
  const std::vector<Document> documents = labeller.label(texts);
  for (size_t i = 0; i < batch.size(); ++i) {
    auto& [report, notes] = batch[i];
    notes = noter.note(report, documents[i]);
    report.gist = gister.gist_of(report, documents[i], notes);
  }
  return batch;
}

uint64_t Engine::size_of(const std::vector<std::string>& paths) { return intake::size_of(paths); }

void Engine::read(const std::vector<std::string>& paths, const Give& give, const Fail& fail, const Passed& passed) {
  Stages& stages = *stages_;
  Placing placing(stages.pool, give);
  Pipeline<Reading, Readings> line(
      stages.settings.threads, batch_sizes, [&](Readings batch) { return stages.understand(std::move(batch)); },
      [&](Readings batch) {
        for (Reading& reading : batch) placing.add(std::move(reading));
      });
  Gathering gathering(stages.joiner, [&](std::vector<Report> reports) {
    placing.expect(reports.size());
    for (Report& report : reports) {
      const size_t bytes = report.article.text.size();
      line.add({std::move(report), {}}, bytes);
    }
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
