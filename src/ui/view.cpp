#include "ui/view.hpp"

#include "ui/core/drawing.hpp"
#include "ui/core/painter.hpp"
#include "ui/core/ui.hpp"
#include "ui/screens/screens.hpp"
#include "ui/theme/accent.hpp"
#include "ui/widgets/navigation.hpp"

#include "imgui.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace portal::ui {
namespace {

using semantics::Event;
using semantics::EventKind;

/// Sizes that depend on each other settle in two passes; the third is for what only the second one showed.
constexpr int kMostPasses = 4;

void note_pointer_and_focus(Memory& memory, const std::vector<Event>& events) {
    for (const Event& event : events) {
        switch (event.kind) {
            case EventKind::kFocus:
                memory.focused = event.target;
                memory.focus_visible = event.visible;
                break;
            case EventKind::kBlur:
                memory.focused = memory.focused == event.target ? semantics::kNoNode : memory.focused;
                break;
            case EventKind::kHover:
                memory.hovered = event.target;
                break;
            case EventKind::kUnhover:
                memory.hovered = memory.hovered == event.target ? semantics::kNoNode : memory.hovered;
                break;
            case EventKind::kPress:
                memory.pressed = event.target;
                break;
            case EventKind::kRelease:
                memory.pressed = semantics::kNoNode;
                break;
            default:
                break;
        }
    }
}

const Node* find(const std::vector<Node>& nodes, NodeId id) {
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.id == id; });
    return found == nodes.end() ? nullptr : &*found;
}

NodeId title_of(const std::vector<Node>& nodes) {
    const auto found = std::find_if(nodes.begin(), nodes.end(),
                                    [](const Node& node) { return node.role == Role::kHeading && node.level == 1; });
    return found == nodes.end() ? semantics::kNoNode : found->id;
}

}  // namespace

class View::Impl {
  public:
    explicit Impl(std::function<float(Ui&)> screen) : screen_(std::move(screen)), painter_(fonts_) {}
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void add_font(std::string_view name, std::span<const unsigned char> truetype) { fonts_.add(name, truetype); }

    void set_accent(std::string_view color) { memory_.accent = parse_color(color).value_or(memory_.accent); }

    FrameOutput frame(const app::State& state, const FrameInput& input) {
        note_pointer_and_focus(memory_, input.events);
        fonts_.set_density(input.viewport.pixel_ratio);
        ++memory_.frame;
        FrameOutput output;
        const std::vector<Event> none;
        for (int pass = 0; pass < kMostPasses; ++pass) {
            if (lay_out(state, input, pass == 0 ? input.events : none, output)) {
                break;
            }
        }
        drawing_.finish();
        forget_unasked(memory_.motions);
        forget_unasked(memory_.glides);
        return output;
    }

    [[nodiscard]] const std::vector<std::string>& shortened() const { return shortened_; }

  private:
    /// One pass. True when nothing that was measured in it changed what was drawn before.
    bool lay_out(const app::State& state, const FrameInput& input, const std::vector<Event>& events,
                 FrameOutput& output) {
        const app::Viewport& viewport = input.viewport;
        // ImGui works in device pixels: edges, text and anti-aliasing are as fine as the screen is.
        drawing_.begin(std::round(viewport.width * viewport.pixel_ratio),
                       std::round(viewport.height * viewport.pixel_ratio));
        const ImTextureData* const texture = ImGui::GetIO().Fonts->TexData;
        painter_.begin(drawing_.page(), drawing_.front(), {0, 0, viewport.width, viewport.height});
        Ui ui(state, input, events, memory_, painter_);
        painter_.set_offset({0, -viewport.scroll_y});
        const float height = screen_(ui);

        output.tree.nodes = std::move(ui.nodes());
        output.tree.title = page_title(state);
        output.tree.language = state.language == app::Language::en ? "en" : "nl";
        output.tree.page_height = std::max(height, viewport.height);
        output.background = to_hex(ui.colors().background);
        output.next_frame = ui.next_frame();
        std::move(ui.actions().begin(), ui.actions().end(), std::back_inserter(output.actions));
        shortened_ = std::move(ui.shortened());
        follow_focus(state, output);
        // Glyphs that moved to a larger texture are drawn again, all from there.
        return ui.settled() && texture == ImGui::GetIO().Fonts->TexData;
    }

    /// Focus goes to the title of a new screen, and back to where it was when a dialog closes.
    void follow_focus(const app::State& state, FrameOutput& output) {
        const std::vector<Node>& nodes = output.tree.nodes;
        const app::Screen route = state.route.screen;
        const bool front = route == app::Screen::kWelcome || route == app::Screen::kForgotten;
        const std::optional<app::Screen> screen =
            front || state.session == app::Session::kSignedIn ? std::optional(route) : std::nullopt;
        const bool known = front || state.session != app::Session::kUnknown;
        const bool on_family = screen == app::Screen::kFamily;
        const std::string page = on_family ? app::to_path(state.route) : std::string();
        if (known && memory_.shown_before && (memory_.screen != screen || memory_.record_page != page)) {
            memory_.wanted_focus = title_of(nodes);
            output.scroll_to = 0.0F;
            memory_.grid_day.reset();
            memory_.account_open = memory_.account_open && screen.has_value();
        }
        if (known) {
            follow_view(state, output);
            memory_.screen = screen;
            memory_.record_page = page;
            memory_.shown_before = true;
        }
        leave_dialogs(nodes);
        if (memory_.wanted_focus != semantics::kNoNode && find(nodes, memory_.wanted_focus) != nullptr) {
            output.focus = std::exchange(memory_.wanted_focus, semantics::kNoNode);
        }
    }

    /// The month and the year are pages of their own, although of one screen: each begins at its top, or where it asks.
    void follow_view(const app::State& state, FrameOutput& output) {
        const bool whole_year = state.session == app::Session::kSignedIn &&
                                state.route.screen == app::Screen::kChanges && state.route.whole_year;
        if (memory_.shown_before && memory_.whole_year != whole_year) {
            output.scroll_to = 0.0F;
        }
        if (const auto wanted = std::exchange(memory_.wanted_scroll, std::nullopt)) {
            output.scroll_to = wanted;
        }
        memory_.whole_year = whole_year;
    }

    /// Focus goes back to what opened the lowest of the dialogs that are gone.
    void leave_dialogs(const std::vector<Node>& nodes) {
        std::vector<OpenDialog>& open = memory_.dialogs;
        const auto is_gone = [&](const OpenDialog& dialog) { return find(nodes, dialog.node) == nullptr; };
        const auto lowest = std::find_if(open.begin(), open.end(), is_gone);
        if (lowest == open.end()) {
            return;
        }
        if (memory_.wanted_focus == semantics::kNoNode) {
            const Node* opener = find(nodes, lowest->opener);
            memory_.wanted_focus = opener != nullptr && !opener->disabled ? opener->id : title_of(nodes);
        }
        open.erase(std::remove_if(open.begin(), open.end(), is_gone), open.end());
    }

    /// What was not asked for in this frame is no longer there, and begins anew when it comes again.
    template <class Moving>
    void forget_unasked(std::unordered_map<NodeId, Moving>& moving) const {
        for (auto it = moving.begin(); it != moving.end();) {
            it = it->second.frame == memory_.frame ? std::next(it) : moving.erase(it);
        }
    }

    std::function<float(Ui&)> screen_;
    Drawing drawing_;
    Fonts fonts_;
    Painter painter_;
    Memory memory_;
    std::vector<std::string> shortened_;
};

View::View() : View(portal_screen) {}
View::View(std::function<float(Ui&)> screen) : impl_(std::make_unique<Impl>(std::move(screen))) {}
View::~View() = default;

void View::add_font(std::string_view name, std::span<const unsigned char> truetype) {
    impl_->add_font(name, truetype);
}

void View::set_accent(std::string_view color) {
    impl_->set_accent(color);
}

FrameOutput View::frame(const app::State& state, const FrameInput& input) {
    return impl_->frame(state, input);
}

const std::vector<std::string>& View::shortened_texts() const {
    return impl_->shortened();
}

}  // namespace portal::ui
