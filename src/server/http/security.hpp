#pragma once

#include "server/http/message.hpp"

namespace portal::server::http {

/// Headers that keep browsers from doing what these answers never need.
void add_security_headers(Response& response, bool is_api, bool is_secure);

}  // namespace portal::server::http
