#include "server/auth/client_address.hpp"

namespace portal::server {

std::string client_address(const Services& services, const http::Request& request) {
    if (!services.behind_proxy) {
        return request.address;
    }
    // The proxy appends the address that it saw; what stands before it anybody can write.
    const std::string forwarded = request.header("X-Forwarded-For");
    const std::size_t last = forwarded.find_last_of(", ");
    const std::string address = last == std::string::npos ? forwarded : forwarded.substr(last + 1);
    return address.empty() ? request.address : address;
}

}  // namespace portal::server
