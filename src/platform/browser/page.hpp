#pragma once

#include "app/viewport.hpp"
#include "semantics/node.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace portal::platform::browser {

/// The browser page as the application sees it: a canvas that is drawn on demand, and the mirror of real elements over
/// it that all input comes from.
class Page {
  public:
    struct Frame {
        app::Viewport viewport;
        double seconds = 0;  ///< monotonic
        std::vector<semantics::Event> events;
    };

    Page() = default;
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;
    virtual ~Page() = default;

    /// `draw` runs once per requested animation frame. Resizes, scrolling, mirror events, changed settings and a
    /// restored WebGL context request one by themselves, and so does this call.
    virtual void on_frame(std::function<void(const Frame&)> draw) = 0;

    /// Asks for one frame; several calls before it make one.
    virtual void wake() = 0;

    /// Asks for a frame `seconds` from now (an animation's next step counts as 0, a toast's end as some seconds).
    virtual void wake_after(double seconds) = 0;

    /// Makes the mirror equal `tree`: element by element, only what changed since the last call.
    virtual void show(const semantics::Tree& tree) = 0;

    /// Moves DOM focus to a node of the tree shown last, without scrolling when it is in sight.
    virtual void focus(semantics::NodeId node) = 0;

    /// Scrolls the page, in CSS pixels from the top.
    virtual void scroll_to(float y) = 0;

    /// Draws ImGui's last frame on the canvas, in `viewport`'s size and pixel ratio; `background` as 0xRRGGBB.
    virtual void render(const app::Viewport& viewport, unsigned background) = 0;

    /// Takes the page's loading picture away. To be called after the first frame that shows something.
    virtual void ready() = 0;
};

/// There is one page, so this is called once, after ImGui's context exists and before its first frame. Without WebGL
/// the page shows the mirror itself as plain HTML, and everything else works the same.
[[nodiscard]] std::unique_ptr<Page> make_page();

}  // namespace portal::platform::browser
