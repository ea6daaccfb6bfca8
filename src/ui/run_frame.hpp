#pragma once

#include "app/store.hpp"
#include "ui/view.hpp"

namespace portal::ui {

/// One frame as browser and tests run it: draws, dispatches what the parent did, and draws again (without events) while
/// that changed the state, so that what is shown is never a state behind. The actions of the result are dispatched.
[[nodiscard]] FrameOutput run_frame(View& view, app::Store& store, const FrameInput& input);

}  // namespace portal::ui
