#include "server/http/socket.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

namespace portal::server::http {
namespace {

std::string sentence(const std::string& address, std::uint16_t port, int error) {
    const std::string where = "port " + std::to_string(port) + " of " + address;
    if (error == EADDRINUSE) {
        return "Another program already uses " + where + "; choose another with --port.";
    }
    if (error == EACCES) {
        return "This user may not listen on " + where + ".";
    }
    return "Cannot listen on " + where + ": " + std::strerror(error) + ".";
}

using AddressList = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

AddressList resolve(const std::string& address, std::uint16_t port) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    const int result = getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &found);
    if (result != 0) {
        throw ListenError("The address " + address + " is not known: " + gai_strerror(result) + ".");
    }
    return {found, &freeaddrinfo};
}

}  // namespace

int listening_socket(const std::string& address, std::uint16_t port) {
    const AddressList found = resolve(address, port);
    const int handle = ::socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (handle < 0) {
        throw ListenError(sentence(address, port, errno));
    }
    const int yes = 1;
    // A restarted server need not wait until the connections of the last one are forgotten.
    setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (::bind(handle, found->ai_addr, found->ai_addrlen) != 0 || ::listen(handle, SOMAXCONN) != 0) {
        const int error = errno;
        ::close(handle);
        throw ListenError(sentence(address, port, error));
    }
    return handle;
}

std::uint16_t port_of(int socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    // The way of the sockets interface: one structure stands for another.
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (getsockname(socket, generic, &size) != 0) {
        return 0;
    }
    if (address.ss_family == AF_INET6) {
        return ntohs(reinterpret_cast<const sockaddr_in6*>(generic)->sin6_port);
    }
    return ntohs(reinterpret_cast<const sockaddr_in*>(generic)->sin_port);
}

std::string text_of(const sockaddr* address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address == nullptr) {
        return {};
    }
    const void* bytes = nullptr;
    if (address->sa_family == AF_INET) {
        bytes = &reinterpret_cast<const sockaddr_in*>(address)->sin_addr;
    } else if (address->sa_family == AF_INET6) {
        bytes = &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr;
    } else {
        return {};
    }
    return inet_ntop(address->sa_family, bytes, text.data(), text.size()) != nullptr ? text.data() : "";
}

}  // namespace portal::server::http
