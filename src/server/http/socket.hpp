#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

struct sockaddr;

namespace portal::server::http {

/// Why the server cannot listen: one sentence for whoever starts it.
class ListenError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A socket that listens at a numeric address or host name; port 0 picks a free one. Throws ListenError.
[[nodiscard]] int listening_socket(const std::string& address, std::uint16_t port);

[[nodiscard]] std::uint16_t port_of(int socket);

/// "192.0.2.7", "2001:db8::7"; empty for other kinds of address.
[[nodiscard]] std::string text_of(const sockaddr* address);

}  // namespace portal::server::http
