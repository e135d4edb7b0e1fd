// Items gathered into batches, the batches worked on by several threads, what is made of them given in input order.
#pragma once

#include <algorithm>
#include <chrono>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <utility>
#include <vector>

#include "base/workers.h"

namespace coranto {

// In bytes of the items: a batch is sent when it has so many. The first batches may be smaller, so that the first
// answer comes at once; each is twice as large as the one before, up to `most`.
struct BatchSizes {
  size_t first, most;
};

// To be used on one thread, which is one of the `threads`: it works along while it waits.
template <typename Item, typename Made>
class Pipeline {
 public:
  using Batch = std::vector<Item>;
  using Make = std::function<Made(Batch)>;
  using Give = std::function<void(Made)>;

  // `make` is called on any thread, `give` on the calling one.
  Pipeline(unsigned threads, BatchSizes sizes, Make make, Give give)
      : make_(std::move(make)),
        give_(std::move(give)),
        enough_(std::min(sizes.first, sizes.most)),
        most_(sizes.most),
        ahead_(batches_ahead * (std::max(1u, threads) - 1)),
        workers_(std::max(1u, threads) - 1) {}

  // Memory is bounded by `batches_ahead` batches a thread and what is made of them.
  void add(Item item, size_t bytes) {
    batch_.push_back(std::move(item));
    bytes_ += std::max<size_t>(1, bytes);
    if (bytes_ >= enough_) send();
  }

  // Gives all that is not given yet.
  void finish() {
    if (!batch_.empty()) send();
    while (!sent_.empty()) give_first();
  }

 private:
  static constexpr size_t batches_ahead = 4;

  void send() {
    auto task = std::make_shared<std::packaged_task<Made()>>(
        [this, batch = std::exchange(batch_, {})]() mutable { return make_(std::move(batch)); });
    bytes_ = 0;
    enough_ = std::min(2 * enough_, most_);
    sent_.push_back(task->get_future());
    workers_.give([task] { (*task)(); });
    while (sent_.size() > ahead_ || first_is_ready()) give_first();
  }

  bool first_is_ready() const {
    return !sent_.empty() && sent_.front().wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  }

  void give_first() {
    while (!first_is_ready() && workers_.take_one()) continue;
    give_(sent_.front().get());
    sent_.pop_front();
  }

  Make make_;
  Give give_;
  Batch batch_;
  size_t bytes_ = 0, enough_, most_;
  size_t ahead_;
  std::deque<std::future<Made>> sent_;
  Workers workers_;  // last: its threads end before what they use
};

}  // namespace coranto
