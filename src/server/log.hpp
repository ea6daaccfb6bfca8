#pragma once

#include <iosfwd>
#include <mutex>
#include <string_view>

namespace portal::server {

/// Lines for whoever runs the server. They hold no names, no addresses, no queries and no cookies.
class Log {
  public:
    Log(std::ostream& out, std::ostream& errors) : out_(out), errors_(errors) {}

    /// One request: "POST /api/session 200 84 ms 5f3c…".
    void request(std::string_view method, std::string_view route, int status, long long milliseconds,
                 std::string_view id);

    /// What went wrong inside, for the request `id`.
    void failure(std::string_view id, std::string_view message);

    void note(std::string_view message);

  private:
    std::mutex mutex_;
    std::ostream& out_;
    std::ostream& errors_;
};

}  // namespace portal::server
