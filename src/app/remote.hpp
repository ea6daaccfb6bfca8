#pragma once

#include "app/failure.hpp"
#include "core/instant.hpp"

#include <cstdint>
#include <optional>

namespace portal::app {

/// How it stands with data that lives on the server.
struct RemoteStatus {
    enum class Phase : std::uint8_t { kIdle, kLoading, kReady, kFailed };

    Phase phase = Phase::kIdle;
    Failure failure = Failure::kNone;
    std::uint64_t request = 0;           ///< the one that is awaited; older answers are dropped
    std::optional<core::Instant> as_of;  ///< when the server said what is known

    [[nodiscard]] bool loading() const { return phase == Phase::kLoading; }
    [[nodiscard]] bool failed() const { return phase == Phase::kFailed; }
};

/// The data with it. What was last known stays while it loads again or fails to.
template <class T>
struct Remote : RemoteStatus {
    std::optional<T> value;
};

}  // namespace portal::app
