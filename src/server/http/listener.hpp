#pragma once

#include "server/http/application.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace portal::server::http {

struct ListenerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::size_t workers = 4;
    std::size_t expensive_workers = 2;
    std::size_t longest_queue = 256;
    std::size_t longest_body = 256 * 1024;      ///< bytes
    std::size_t connection_memory = 32 * 1024;  ///< bytes; the first line and the headers have to fit in
    unsigned connections = 1000;
    std::chrono::milliseconds idle_time{90'000};     ///< until a request's first line is complete
    std::chrono::milliseconds request_time{30'000};  ///< from then until the request is complete
    std::chrono::milliseconds answer_time{300'000};  ///< for the answer to be taken
    std::chrono::milliseconds stop_time{5'000};      ///< for requests under way when the server stops
};

/// Listens and answers over HTTP/1.1 until it is destroyed. One thread waits for all connections; requests are handed
/// to workers when they are complete, so a slow client costs no thread.
class Listener {
  public:
    /// Throws ListenError.
    Listener(const ListenerSettings& settings, Application& application);
    /// Accepts nothing more, lets requests under way end, closes.
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] std::uint16_t port() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace portal::server::http
