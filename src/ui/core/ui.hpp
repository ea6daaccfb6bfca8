#pragma once

#include "app/action.hpp"
#include "app/format.hpp"
#include "app/state.hpp"
#include "ui/core/memory.hpp"
#include "ui/core/painter.hpp"
#include "ui/frame.hpp"
#include "ui/theme/theme.hpp"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace portal::ui {

using app::Text;
using semantics::Layer;
using semantics::Node;
using semantics::NodeId;
using semantics::Role;

/// One pass over the screen: what every widget call reads from and adds to.
class Ui {
  public:
    Ui(const app::State& state, const FrameInput& input, const std::vector<semantics::Event>& events, Memory& memory,
       Painter& painter);

    [[nodiscard]] const app::State& state() const { return state_; }
    [[nodiscard]] const app::Viewport& viewport() const { return input_.viewport; }
    [[nodiscard]] const Theme& theme() const { return theme_; }
    [[nodiscard]] const Palette& colors() const { return theme_.palette; }
    [[nodiscard]] Painter& paint() { return painter_; }
    [[nodiscard]] const Fonts& fonts() const { return painter_.fonts(); }
    [[nodiscard]] Memory& memory() { return memory_; }

    /// Tabs at the bottom and sheets instead of dialogs. Larger text makes the same screen a smaller one.
    [[nodiscard]] bool is_phone() const { return viewport().width / theme_.text_scale <= 720; }
    /// Room for the day beside the month.
    [[nodiscard]] bool is_wide() const { return viewport().width / theme_.text_scale >= 1000; }

    [[nodiscard]] std::string_view text(Text key) const { return app::text(state_.language, key); }
    [[nodiscard]] std::string text(Text key,
                                   std::initializer_list<std::pair<std::string_view, std::string_view>> values) const {
        return app::translate(state_.language, key, values);
    }

    // --- Meaning -----------------------------------------------------------------------------------------------------
    /// The id that `key` gets here; keys are unique within a group.
    [[nodiscard]] NodeId id(std::string_view key) const { return semantics::make_id(parent_, key); }
    /// Adds a node in the current group. The reference is good until the next call.
    Node& record(Role role, std::string_view key, const Rect& rect);
    [[nodiscard]] Node& node(std::size_t index) { return nodes_[index]; }
    [[nodiscard]] std::vector<Node>& nodes() { return nodes_; }
    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
    [[nodiscard]] NodeId parent() const { return parent_; }
    void set_parent(NodeId parent) { parent_ = parent; }
    [[nodiscard]] Layer layer() const { return layer_; }
    void set_layer(Layer layer) { layer_ = layer; }

    // --- Input -------------------------------------------------------------------------------------------------------
    [[nodiscard]] bool clicked(NodeId node) const;
    /// The new text of a field or the new option of a select.
    [[nodiscard]] const std::string* typed(NodeId node) const;
    /// Every key that was pressed there since the last frame, in order.
    [[nodiscard]] std::vector<semantics::Key> keys(NodeId node) const;
    [[nodiscard]] const semantics::Event* event(NodeId node, semantics::EventKind kind) const;
    [[nodiscard]] bool hovered(NodeId node) const { return memory_.hovered == node && !viewport().touch; }
    [[nodiscard]] bool pressed(NodeId node) const { return memory_.pressed == node; }
    [[nodiscard]] bool focused(NodeId node) const { return memory_.focused == node; }
    [[nodiscard]] bool ringed(NodeId node) const { return focused(node) && memory_.focus_visible; }
    /// The ring around what has keyboard focus.
    void focus_ring(NodeId node, const Rect& rect, float radius);

    // --- Output ------------------------------------------------------------------------------------------------------
    void emit(app::Action action) { actions_.push_back(std::move(action)); }
    [[nodiscard]] std::vector<app::Action>& actions() { return actions_; }
    /// Focus goes there once the mirror has it.
    void want_focus(NodeId node) { memory_.wanted_focus = node; }
    /// A dialog is there; focus goes to `first` in it when it is new, and back to where it was when it is gone.
    void show_dialog(NodeId dialog, NodeId first);
    /// Whether the parent left that dialog with Escape or by a tap beside it.
    [[nodiscard]] bool escapes(NodeId dialog) const;

    // --- Sizes and motion --------------------------------------------------------------------------------------------
    /// What was remembered under `node` in the last pass, else `guess`.
    [[nodiscard]] float remembered(NodeId node, float guess) const;
    /// A different value than before makes one more pass necessary.
    void remember(NodeId node, float size);
    /// What is drawn already is no longer right: one more pass follows.
    void redo() { settled_ = false; }
    [[nodiscard]] bool settled() const { return settled_; }
    /// 0 to 1 since `node` was first shown, eased; 1 at once for who wants no motion.
    [[nodiscard]] float motion(NodeId node, double duration);
    /// On its way to `target`, eased, whenever that changes; there at once when first shown or without motion.
    [[nodiscard]] float glide(NodeId node, float target, double duration);
    /// 1 to 0, eased, during `duration` after `begin`.
    [[nodiscard]] float remaining(double begin, double duration);
    [[nodiscard]] double seconds() const { return input_.seconds; }
    void ask_frame(double after);
    [[nodiscard]] std::optional<double> next_frame() const { return next_frame_; }

    /// A text that was shortened because it had no room.
    void note_shortened(std::string_view text) { shortened_.emplace_back(text); }
    [[nodiscard]] std::vector<std::string>& shortened() { return shortened_; }

  private:
    const app::State& state_;
    const FrameInput& input_;
    const std::vector<semantics::Event>& events_;
    Memory& memory_;
    Painter& painter_;
    Theme theme_;

    std::vector<Node> nodes_;
    NodeId parent_ = semantics::kNoNode;
    Layer layer_ = Layer::kPage;
    std::vector<app::Action> actions_;
    std::vector<std::string> shortened_;
    std::optional<double> next_frame_;
    bool settled_ = true;
};

/// A node with children, for as long as the object lives. Its rectangle is what its descendants cover unless one is
/// set.
class Group {
  public:
    Group(Ui& ui, Role role, std::string_view key, std::string_view name = {});
    ~Group();
    Group(const Group&) = delete;
    Group& operator=(const Group&) = delete;

    [[nodiscard]] Node& node() { return ui_.node(index_); }
    [[nodiscard]] NodeId id() const { return id_; }
    void set_rect(const Rect& rect);

  private:
    Ui& ui_;
    std::size_t index_;
    NodeId id_;
    NodeId outer_;
    bool has_rect_ = false;
};

}  // namespace portal::ui
