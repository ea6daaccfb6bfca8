#pragma once

#include "core/instant.hpp"

#include <string>

namespace portal::server::http {

/// "Mon, 23 Nov 2026 08:15:00 GMT" (RFC 9110, 5.6.7).
[[nodiscard]] std::string http_date(core::Instant moment);

}  // namespace portal::server::http
