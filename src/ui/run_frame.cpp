#include "ui/run_frame.hpp"

#include <iterator>
#include <utility>

namespace portal::ui {
namespace {

/// An action may lead to another (a form that fills itself in); more than this in one frame would be a loop.
constexpr int kMostPasses = 4;

}  // namespace

FrameOutput run_frame(View& view, app::Store& store, const FrameInput& input) {
    FrameInput now = input;
    std::vector<app::Action> done;
    FrameOutput output;
    for (int pass = 0; pass < kMostPasses; ++pass) {
        const semantics::NodeId wished = output.focus;
        const auto scroll = output.scroll_to;
        output = view.frame(store.state(), now);
        // What an earlier pass of this frame wished for has not been done yet.
        output.focus = output.focus == semantics::kNoNode ? wished : output.focus;
        output.scroll_to = output.scroll_to ? output.scroll_to : scroll;
        if (output.actions.empty()) {
            break;
        }
        for (const app::Action& action : output.actions) {
            store.dispatch(action);
        }
        std::move(output.actions.begin(), output.actions.end(), std::back_inserter(done));
        now.events.clear();
        if (output.scroll_to) {
            now.viewport.scroll_y = *output.scroll_to;
        }
    }
    output.actions = std::move(done);
    return output;
}

}  // namespace portal::ui
