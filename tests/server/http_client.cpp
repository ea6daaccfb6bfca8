#include "server/http_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <stdexcept>

namespace portal::server::test {
namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char character) {
        return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
    });
    return text;
}

}  // namespace

std::string Answer::header(const std::string& name) const {
    const auto found = headers.find(lower(name));
    return found == headers.end() ? std::string{} : found->second;
}

std::string Answer::code() const {
    constexpr std::string_view kMember = "\"code\":\"";
    const std::size_t begin = body.find(kMember);
    if (begin == std::string::npos) {
        return {};
    }
    const std::size_t value = begin + kMember.size();
    return body.substr(value, body.find('"', value) - value);
}

Connection::Connection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // A server that never answers fails the test instead of hanging it.
    const timeval patience{30, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        throw std::runtime_error("cannot connect");
    }
}

Connection::~Connection() {
    ::close(socket_);
}

bool Connection::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (written <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool Connection::fill() {
    std::array<char, 16384> chunk{};
    const ssize_t received = ::recv(socket_, chunk.data(), chunk.size(), 0);
    if (received <= 0) {
        return false;
    }
    buffer_.append(chunk.data(), static_cast<std::size_t>(received));
    return true;
}

Answer Connection::read(bool has_body) {
    Answer answer;
    while (buffer_.find("\r\n\r\n") == std::string::npos) {
        if (!fill()) {
            return answer;
        }
    }
    const std::size_t head_end = buffer_.find("\r\n\r\n");
    const std::string head = buffer_.substr(0, head_end + 2);
    buffer_.erase(0, head_end + 4);
    const int status = std::atoi(head.c_str() + 9);
    for (std::size_t line = head.find("\r\n") + 2; line < head.size();) {
        const std::size_t end = head.find("\r\n", line);
        const std::size_t colon = head.find(": ", line);
        answer.headers.emplace(lower(head.substr(line, colon - line)), head.substr(colon + 2, end - colon - 2));
        line = end + 2;
    }
    const auto length = static_cast<std::size_t>(std::atoll(answer.header("content-length").c_str()));
    if (status == 100) {
        return read(has_body);
    }
    while (has_body && buffer_.size() < length) {
        if (!fill()) {
            return {};
        }
    }
    if (has_body) {
        answer.body = buffer_.substr(0, length);
        buffer_.erase(0, length);
    }
    answer.status = status;
    return answer;
}

bool Connection::ends(std::chrono::milliseconds patience) {
    pollfd readable{socket_, POLLIN, 0};
    const bool something = ::poll(&readable, 1, static_cast<int>(patience.count())) > 0;
    return something && buffer_.empty() && !fill();
}

std::string request_text(const std::string& method, const std::string& target, const Headers& headers,
                         const std::string& body) {
    std::string text = method + ' ' + target + " HTTP/1.1\r\nHost: portal.test\r\n";
    for (const auto& [name, value] : headers) {
        text += name + ": " + value + "\r\n";
    }
    if (!body.empty()) {
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    }
    return text + "\r\n" + body;
}

Answer send(std::uint16_t port, const std::string& method, const std::string& target, const Headers& headers,
            const std::string& body) {
    Connection connection{port};
    connection.write(request_text(method, target, headers, body));
    return connection.read(method != "HEAD");
}

}  // namespace portal::server::test
