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
  explicit Workers(unsigned count);
  ~Workers();  // finishes the tasks given

  void give(std::function<void()> task);

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<std::function<void()>> tasks_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace coranto
