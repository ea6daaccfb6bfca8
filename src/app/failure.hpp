#pragma once

#include <cstdint>

namespace portal::app {

/// Why the server's answer is missing.
enum class Failure : std::uint8_t {
    kNone,
    kUnreachable,  ///< no network, or nobody there
    kTimedOut,
    kServer,  ///< it answered that it could not (5xx, or an answer that makes no sense)
};

}  // namespace portal::app
