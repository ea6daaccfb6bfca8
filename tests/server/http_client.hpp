#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A small HTTP/1.1 client on a real socket, which can also behave as badly as a test wants.
namespace portal::server::test {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Answer {
    int status = 0;                                   ///< 0: the connection ended without an answer
    std::multimap<std::string, std::string> headers;  ///< names in lower case
    std::string body;

    /// Empty when absent.
    [[nodiscard]] std::string header(const std::string& name) const;
    /// The `code` of problem details.
    [[nodiscard]] std::string code() const;
};

class Connection {
  public:
    explicit Connection(std::uint16_t port);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// False when the other end has closed the connection.
    bool write(std::string_view bytes);
    /// The next answer; `has_body` is false for HEAD.
    [[nodiscard]] Answer read(bool has_body = true);
    /// Whether the server closes the connection within `patience`, without another byte.
    [[nodiscard]] bool ends(std::chrono::milliseconds patience = std::chrono::seconds{30});

  private:
    [[nodiscard]] bool fill();

    int socket_;
    std::string buffer_;
};

/// Text of a request with Host and, where there is a body, Content-Length.
[[nodiscard]] std::string request_text(const std::string& method, const std::string& target, const Headers& headers,
                                       const std::string& body);

/// One request on a connection of its own.
[[nodiscard]] Answer send(std::uint16_t port, const std::string& method, const std::string& target,
                          const Headers& headers = {}, const std::string& body = {});

}  // namespace portal::server::test
