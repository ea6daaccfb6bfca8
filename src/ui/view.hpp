#pragma once

#include "app/action.hpp"
#include "app/state.hpp"
#include "semantics/node.hpp"
#include "ui/frame.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace portal::ui {

class Ui;

/// What one frame gives: pixels in ImGui's draw data, meaning in the tree, and what the parent did.
struct FrameOutput {
    semantics::Tree tree;
    std::vector<app::Action> actions;              ///< in the order in which they happened
    semantics::NodeId focus = semantics::kNoNode;  ///< where focus has to go after the mirror is up to date
    std::optional<double> next_frame;              ///< seconds from now; 0 while something moves; none: at rest
    std::optional<float> scroll_to;                ///< page scroll that is wanted, e.g. 0 on another screen
    unsigned background = 0;                       ///< 0xRRGGBB
};

/// Draws the portal: a function of the state, plus what only the screen knows (hover, focus, scroll, animations).
/// Needs an ImGui context, which it creates and owns.
class View {
  public:
    View();
    /// Shows something else than the portal: `screen` draws it and returns the page's height in CSS pixels.
    explicit View(std::function<float(Ui&)> screen);
    ~View();
    View(const View&) = delete;
    View& operator=(const View&) = delete;

    /// Adds one of the font files of the build ("nunito-sans-400", …, "icons"). Before the first frame, or later for
    /// characters that the first ones lack.
    void add_font(std::string_view name, std::span<const unsigned char> truetype);

    /// The organisation's own colour, as "#0B6E69"; the theme is made of it so that it can be read. Anything else than
    /// a colour changes nothing.
    void set_accent(std::string_view color);

    /// Lays out and draws one frame; ImGui::Render() has been called when it returns. Layout is repeated inside until
    /// sizes that depend on each other have settled, so the result is final for this state.
    [[nodiscard]] FrameOutput frame(const app::State& state, const FrameInput& input);

    /// The texts that the last frame had to shorten for want of room; each stands somewhere else in full.
    [[nodiscard]] const std::vector<std::string>& shortened_texts() const;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace portal::ui
