#pragma once

#include "app/action.hpp"
#include "app/effect.hpp"
#include "app/state.hpp"

namespace portal::app {

/// The only place where state changes. Depends on its arguments alone.
[[nodiscard]] Effects reduce(State& state, const Action& action);

}  // namespace portal::app
