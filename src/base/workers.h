// A fixed crew of threads that takes tasks in the order given.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace coranto {

class Workers {
 public:
  // A crew of none takes no task: they are left to `take_one`. Where the system gives no more threads it is smaller.
  explicit Workers(unsigned count);
  ~Workers();  // finishes the tasks given

  void give(std::function<void()> task);

  // Does the next task, on the calling thread; false if none is waiting.
  bool take_one();

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<std::function<void()>> tasks_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace coranto
