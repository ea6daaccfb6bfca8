#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace portal::server::http {

/// A few threads that work off a queue of limited length.
class WorkerPool {
  public:
    WorkerPool(std::size_t threads, std::size_t longest_queue);
    /// Finishes what is queued.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False when the queue is full; the job is not run then. Jobs must not throw.
    [[nodiscard]] bool submit(std::function<void()> job);

  private:
    void work();

    std::size_t longest_queue_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> queue_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace portal::server::http
