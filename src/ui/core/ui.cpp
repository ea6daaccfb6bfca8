#include "ui/core/ui.hpp"

#include <algorithm>
#include <cmath>

namespace portal::ui {
namespace {

using semantics::Event;
using semantics::EventKind;

float eased(double share) {
    const double rest = 1 - std::clamp(share, 0.0, 1.0);
    return static_cast<float>(1 - rest * rest * rest);
}

}  // namespace

Ui::Ui(const app::State& state, const FrameInput& input, const std::vector<Event>& events, Memory& memory,
       Painter& painter)
    : state_(state),
      input_(input),
      events_(events),
      memory_(memory),
      painter_(painter),
      theme_(make_theme(input.viewport, memory.accent)) {
    nodes_.reserve(160);
}

Node& Ui::record(Role role, std::string_view key, const Rect& rect) {
    Node& node = nodes_.emplace_back();
    node.id = id(key);
    node.parent = parent_;
    node.role = role;
    node.layer = layer_;
    node.rect = rect;
    return node;
}

const Event* Ui::event(NodeId node, EventKind kind) const {
    // The last one: of a finger's or a scroller's way only where it is by now counts.
    const auto found = std::find_if(events_.rbegin(), events_.rend(),
                                    [&](const Event& event) { return event.target == node && event.kind == kind; });
    return found == events_.rend() ? nullptr : &*found;
}

bool Ui::clicked(NodeId node) const {
    return event(node, EventKind::kClick) != nullptr;
}

const std::string* Ui::typed(NodeId node) const {
    const std::string* value = nullptr;
    for (const Event& event : events_) {
        if (event.target == node && event.kind == EventKind::kInput) {
            value = &event.value;  // the last one says it all
        }
    }
    return value;
}

std::vector<semantics::Key> Ui::keys(NodeId node) const {
    std::vector<semantics::Key> keys;
    for (const Event& event : events_) {
        if (event.target == node && event.kind == EventKind::kKey) {
            keys.push_back(event.key);
        }
    }
    return keys;
}

void Ui::show_dialog(NodeId dialog, NodeId first) {
    std::vector<OpenDialog>& open = memory_.dialogs;
    if (std::none_of(open.begin(), open.end(), [&](const OpenDialog& other) { return other.node == dialog; })) {
        open.push_back({dialog, memory_.focused, memory_.frame});
        want_focus(first);
    }
}

bool Ui::escapes(NodeId dialog) const {
    if (memory_.dialogs.empty()) {
        return false;
    }
    const OpenDialog& top = memory_.dialogs.back();
    if (top.node != dialog || top.frame == memory_.frame) {
        return false;
    }
    return std::any_of(events_.begin(), events_.end(), [](const Event& event) {
        return event.kind == EventKind::kKey && event.key == semantics::Key::kEscape;
    });
}

void Ui::focus_ring(NodeId node, const Rect& rect, float radius) {
    if (ringed(node)) {
        painter_.outline(inset(rect, -4), colors().focus, radius + 4, theme_.high_contrast ? 3.0F : 2.0F);
    }
}

float Ui::remembered(NodeId node, float guess) const {
    const auto found = memory_.sizes.find(node);
    return found == memory_.sizes.end() ? guess : found->second;
}

void Ui::remember(NodeId node, float size) {
    const auto [place, is_new] = memory_.sizes.try_emplace(node, size);
    if (is_new || std::abs(place->second - size) > 0.01F) {
        place->second = size;
        settled_ = false;
    }
}

float Ui::motion(NodeId node, double duration) {
    Motion& motion = memory_.motions.try_emplace(node, Motion{input_.seconds, 0}).first->second;
    motion.frame = memory_.frame;
    return 1 - remaining(motion.begun, duration);
}

float Ui::glide(NodeId node, float target, double duration) {
    const Glide resting{target, target, input_.seconds - duration, 0};
    Glide& glide = memory_.glides.try_emplace(node, resting).first->second;
    glide.frame = memory_.frame;
    if (glide.to != target) {
        glide.from = glide.to + (glide.from - glide.to) * remaining(glide.begun, duration);
        glide.to = target;
        glide.begun = input_.seconds;
    }
    return glide.to + (glide.from - glide.to) * remaining(glide.begun, duration);
}

float Ui::remaining(double begin, double duration) {
    const double share = (input_.seconds - begin) / duration;
    if (viewport().reduced_motion || share >= 1) {
        return 0;
    }
    ask_frame(0);
    return 1 - eased(share);
}

void Ui::ask_frame(double after) {
    next_frame_ = std::min(next_frame_.value_or(after), after);
}

Group::Group(Ui& ui, Role role, std::string_view key, std::string_view name)
    : ui_(ui), index_(ui.nodes().size()), id_(ui.id(key)), outer_(ui.parent()) {
    ui.record(role, key, {}).name = name;
    ui.set_parent(id_);
}

Group::~Group() {
    ui_.set_parent(outer_);
    if (has_rect_) {
        return;
    }
    const std::vector<Node>& nodes = ui_.nodes();
    bool first = true;
    Rect covered;
    for (std::size_t i = index_ + 1; i < nodes.size(); ++i) {
        // A scrolling child's content has coordinates of its own; the child itself says where it is.
        if (nodes[i].parent != id_) {
            continue;
        }
        covered = first ? nodes[i].rect : around(covered, nodes[i].rect);
        first = false;
    }
    ui_.node(index_).rect = covered;
}

void Group::set_rect(const Rect& rect) {
    node().rect = rect;
    has_rect_ = true;
}

}  // namespace portal::ui
