#pragma once

#include "app/failure.hpp"

#include <cstdint>
#include <optional>

namespace portal::app {

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
