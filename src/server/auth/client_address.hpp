#pragma once

#include "server/context.hpp"

#include <string>

namespace portal::server {

/// The network address that a request came from; behind a proxy the one that the proxy saw.
[[nodiscard]] std::string client_address(const Services& services, const http::Request& request);

}  // namespace portal::server
