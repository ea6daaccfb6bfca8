#include "ui/run_frame.hpp"

#include <algorithm>
#include <utility>

namespace portal::ui {
namespace {

/// Actions follow from actions in a few steps at most: opening something, and its first choice.
constexpr int kMostFrames = 4;

}  // namespace

FrameOutput run_frame(View& view, app::Store& store, const FrameInput& input) {
    FrameOutput output = view.frame(store.state(), input);
    FrameInput again = input;
    again.events.clear();
    for (int i = 1; i < kMostFrames && !output.actions.empty(); ++i) {
        const std::vector<app::Action> actions = std::exchange(output.actions, {});
        for (const app::Action& action : actions) {
            store.dispatch(action);
        }
        FrameOutput next = view.frame(store.state(), again);
        if (next.focus == semantics::kNoNode) {
            next.focus = output.focus;
        }
        if (!next.scroll_to) {
            next.scroll_to = output.scroll_to;
        }
        output = std::move(next);
    }
    for (const app::Action& action : std::exchange(output.actions, {})) {
        store.dispatch(action);
    }
    return output;
}

}  // namespace portal::ui
