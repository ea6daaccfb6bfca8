#pragma once

#include <cstdint>

namespace portal::app {

/// Why the server's answer is missing.
enum class Failure : std::uint8_t {
    kNone,
    kUnreachable,  ///< no network, or nobody there
    kTimedOut,
    kServer,   ///< it answered that it could not (5xx, or an answer that makes no sense)
    kMissing,  ///< it does not have what was asked for
};

}  // namespace portal::app
