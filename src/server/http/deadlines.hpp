#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace portal::server::http {

/// Ends connections whose phase takes too long. The library's own timeout starts anew with every byte, so that a client
/// that sends one byte now and then would keep its connection for ever.
class Deadlines {
  public:
    using Clock = std::chrono::steady_clock;

    explicit Deadlines(std::chrono::milliseconds tick);
    ~Deadlines();
    Deadlines(const Deadlines&) = delete;
    Deadlines& operator=(const Deadlines&) = delete;

    /// `connection` is only a name; `socket` is shut down when `allowed` has passed without another call.
    void set(const void* connection, int socket, std::chrono::milliseconds allowed);
    /// For a connection that is known already.
    void renew(const void* connection, std::chrono::milliseconds allowed);
    /// To be called before the socket is closed: afterwards its number may be another connection's.
    void forget(const void* connection);

  private:
    struct Entry {
        int socket;
        Clock::time_point end;
    };

    void watch();

    std::chrono::milliseconds tick_;
    std::mutex mutex_;
    std::condition_variable stop_;
    bool stopping_ = false;
    std::map<const void*, Entry> entries_;
    std::thread thread_;
};

}  // namespace portal::server::http
