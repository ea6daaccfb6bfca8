#pragma once

#include "app/state.hpp"

#include <optional>

namespace portal::app {

/// When the server last told what is on the screen; of several answers the oldest. Nothing while there is none.
[[nodiscard]] std::optional<core::Instant> shown_as_of(const State& state);

}  // namespace portal::app
