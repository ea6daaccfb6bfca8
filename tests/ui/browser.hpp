#pragma once

#include "app/store.hpp"
#include "semantics/node.hpp"
#include "ui/run_frame.hpp"
#include "ui/view.hpp"

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace portal::ui::test {

/// What a browser and a parent do with the portal, without pixels: it keeps the tree that was shown last, moves focus
/// as a page does, and turns what is done to a node into its events.
class Browser {
  public:
    explicit Browser(app::Store& store);
    /// Shows `screen` in place of the portal.
    Browser(app::Store& store, std::function<float(Ui&)> screen);

    app::Viewport viewport;
    double seconds = 100;

    /// Shows the present state; as many frames as focus and motion need to come to rest.
    void show();

    [[nodiscard]] const semantics::Tree& tree() const { return output_.tree; }
    [[nodiscard]] const FrameOutput& output() const { return output_; }
    [[nodiscard]] const View& view() const { return view_; }

    /// The first node with that role whose name is or begins with `name`; null when there is none.
    [[nodiscard]] const semantics::Node* find(semantics::Role role, std::string_view name) const;
    [[nodiscard]] const semantics::Node* find(semantics::NodeId id) const;
    /// Whether any node's name, value or description has the text in it.
    [[nodiscard]] bool shows(std::string_view text) const;
    [[nodiscard]] std::vector<const semantics::Node*> all(semantics::Role role) const;

    /// Fails the test when there is no such node or it cannot be reached.
    void click(semantics::Role role, std::string_view name);
    void type(std::string_view field, std::string_view text);
    void choose(std::string_view select, std::string_view key);

    void press_tab();
    void press_enter();
    void press_space();
    /// Arrow keys on a radio button choose the next one of its group, as browsers do.
    void press_key(semantics::Key key);
    /// Keys of a grid, so quick that each comes together with the focus that the one before moved.
    void press_quickly(std::initializer_list<semantics::Key> keys);
    /// Presses Tab until a node with that role and name has focus. Fails when it never does.
    void tab_to(semantics::Role role, std::string_view name);
    /// The node that has focus; one without an id when none has.
    [[nodiscard]] const semantics::Node& focused() const;

    void swipe(semantics::Role role, std::string_view name, float distance);
    void send(semantics::Event event);
    /// All of them within one frame.
    void send(std::vector<semantics::Event> events);

    /// In the order in which Tab reaches them.
    [[nodiscard]] std::vector<const semantics::Node*> tab_order() const;
    /// Everything that can be pressed or typed into and is not behind a dialog.
    [[nodiscard]] std::vector<const semantics::Node*> controls() const;

  private:
    void run(std::vector<semantics::Event> events);
    void move_focus(semantics::NodeId target, std::vector<semantics::Event>& events);
    void load_fonts();
    void press_arrow_in_group(const semantics::Node& radio, int step);
    [[nodiscard]] bool is_reachable(const semantics::Node& node) const;
    [[nodiscard]] bool is_inside(const semantics::Node& node, semantics::NodeId ancestor) const;
    [[nodiscard]] const semantics::Node* modal() const;

    app::Store& store_;
    View view_;
    FrameOutput output_;
    semantics::NodeId focused_ = semantics::kNoNode;
    bool by_keyboard_ = false;
    std::vector<semantics::Event> later_;  ///< one more comes with each frame
};

}  // namespace portal::ui::test
