#pragma once

#include "app/viewport.hpp"
#include "semantics/node.hpp"

#include <vector>

namespace portal::ui {

/// Everything outside the application's state that a frame depends on.
struct FrameInput {
    app::Viewport viewport;
    double seconds = 0;  ///< monotonic, for animations
    std::vector<semantics::Event> events;
};

}  // namespace portal::ui
