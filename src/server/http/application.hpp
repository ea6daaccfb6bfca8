#pragma once

#include "server/http/message.hpp"

namespace portal::server::http {

/// What answers requests. Called from several threads at once.
class Application {
  public:
    virtual ~Application() = default;

    [[nodiscard]] virtual Response answer(const Request& request) noexcept = 0;

    /// The answer when there is no room in the queue.
    [[nodiscard]] virtual Response overloaded(const Request& request) noexcept = 0;

    /// Whether answering costs much processor time by design (checking passwords). These have threads of their own, so
    /// that they never make the others wait.
    [[nodiscard]] virtual bool is_expensive(const Request& request) const noexcept = 0;
};

}  // namespace portal::server::http
