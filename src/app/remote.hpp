#pragma once

#include <cstdint>
#include <optional>

namespace portal::app {

/// Why the server's answer is missing.
enum class Failure : std::uint8_t {
    kNone,
    kUnreachable,  ///< no network, or nobody there
    kTimedOut,
    kServer,  ///< it answered that it could not (5xx, or an answer that makes no sense)
};

/// Data that lives on the server. What was last known stays while it loads again or fails to.
template <class T>
struct Remote {
    enum class Phase : std::uint8_t { kIdle, kLoading, kReady, kFailed };

    Phase phase = Phase::kIdle;
    std::optional<T> value;
    Failure failure = Failure::kNone;
    std::uint64_t request = 0;  ///< the one that is awaited; older answers are dropped

    [[nodiscard]] bool loading() const { return phase == Phase::kLoading; }
    [[nodiscard]] bool failed() const { return phase == Phase::kFailed; }
};

}  // namespace portal::app
