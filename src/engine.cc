#include "coranto/engine.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <future>

#include "base/workers.h"
#include "intake/intake.h"
#include "isolate/isolate.h"
#include "join/join.h"
#include "label/label.h"
#include "note/note.h"

namespace coranto {
namespace {

// Batches begin small, so that the first answer comes at once, and grow until one matrix product pays.
constexpr size_t first_batch_bytes = 4 << 10;
constexpr size_t batch_bytes = 48 << 10;
constexpr size_t batches_ahead = 3;  // for each worker

using Readings = std::vector<Reading>;

size_t bytes_of(const Readings& batch) {
  size_t bytes = 0;
  for (const Reading& reading : batch) bytes += reading.report.article.text.size();
  return bytes;
}

}  // namespace

struct Engine::Stages {
  Settings settings;
  isolate::Isolator isolator;
  join::Joiner joiner;
  label::Labeller labeller;
  note::Noter noter;

  Readings understand(Readings batch) const;
};

Engine::Engine(std::unique_ptr<Stages> stages) : stages_(std::move(stages)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine::~Engine() = default;

void Engine::remember(const Trace& trace) { stages_->joiner.remember(trace); }

const std::string& Engine::model_name() const { return stages_->labeller.name(); }

Result<Engine> Engine::open(const Settings& settings) {
  auto labeller = label::Labeller::open(settings.model);
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

namespace {

// Lets workers understand batches of reports and gives the readings in the order in which the reports came.
class Line {
 public:
  using Understand = std::function<Readings(Readings)>;
  Line(unsigned workers, Understand understand, const Engine::Give& give)
      : ahead_(batches_ahead * std::max(1u, workers)),
        understand_(std::move(understand)),
        give_(give),
        workers_(workers) {}

  void add(Report report) {
    batch_.push_back({std::move(report), {}});
    if (bytes_of(batch_) >= enough_) send();
  }

  void finish() {
    if (!batch_.empty()) send();
    while (!sent_.empty()) give_first();
  }

 private:
  void send() {
    auto task = std::make_shared<std::packaged_task<Readings()>>(
        [this, batch = std::move(batch_)]() mutable { return understand_(std::move(batch)); });
    batch_.clear();
    enough_ = std::min(2 * enough_, batch_bytes);
    sent_.push_back(task->get_future());
    workers_.give([task] { (*task)(); });
    while (sent_.size() > ahead_ || first_is_ready()) give_first();
  }

  bool first_is_ready() const {
    return !sent_.empty() && sent_.front().wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  }

  void give_first() {
    for (const Reading& reading : sent_.front().get()) give_(reading);
    sent_.pop_front();
  }

  size_t ahead_;
  Understand understand_;
  const Engine::Give& give_;
  Readings batch_;
  size_t enough_ = first_batch_bytes;
  std::deque<std::future<Readings>> sent_;
  Workers workers_;  // last: its threads end before what they use
};

}  // namespace

void Engine::read(const std::vector<std::string>& paths, const Give& give, const Fail& fail) {
  Stages& stages = *stages_;
  const intake::Options options{.isolated = stages.settings.isolated, .published = stages.settings.published};
  Line line(
      stages.settings.threads, [&](Readings batch) { return stages.understand(std::move(batch)); }, give);
  const auto take = [&](Page page) {
    for (Article& article : stages.isolator.isolate(page)) line.add(stages.joiner.join(std::move(article)));
  };
  for (const std::string& path : paths) intake::read(path, options, take, fail);
  line.finish();
}

}  // namespace coranto
