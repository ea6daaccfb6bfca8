#include "ui/browser.hpp"

#include "imgui.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <utility>

namespace portal::ui::test {
namespace {

using semantics::Event;
using semantics::EventKind;
using semantics::Key;
using semantics::kNoNode;
using semantics::Node;
using semantics::NodeId;
using semantics::Role;

const Node kNobody;

std::vector<unsigned char> read_font(const std::string& name) {
    std::ifstream file(std::string(PORTAL_ASSET_DIR) + "/fonts/" + name + ".ttf", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// What a renderer does with ImGui's textures, without having any.
void accept_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_Destroyed) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

bool is_field(Role role) {
    return role == Role::kTextField || role == Role::kSelect || role == Role::kRadio || semantics::is_tick(role);
}

bool is_control(const Node& node) {
    return is_field(node.role) || node.role == Role::kButton || node.role == Role::kLink ||
           (node.role == Role::kGridCell && node.focusable);
}

}  // namespace

Browser::Browser(app::Store& store) : store_(store) {
    load_fonts();
}

Browser::Browser(app::Store& store, std::function<float(Ui&)> screen) : store_(store), view_(std::move(screen)) {
    load_fonts();
}

void Browser::load_fonts() {
    for (const char* name :
         {"nunito-sans-400", "nunito-sans-400-ext", "nunito-sans-600", "nunito-sans-600-ext", "nunito-sans-700",
          "nunito-sans-700-ext", "nunito-sans-800", "nunito-sans-800-ext", "lucide"}) {
        const std::vector<unsigned char> font = read_font(name);
        EXPECT_FALSE(font.empty()) << name;
        view_.add_font(name, font);
    }
    viewport.touch = true;
}

void Browser::run(std::vector<Event> events) {
    constexpr int kMostFrames = 10;
    for (int i = 0; i < kMostFrames; ++i) {
        FrameInput input;
        input.viewport = viewport;
        input.seconds = seconds;
        input.events = std::move(events);
        events.clear();
        output_ = run_frame(view_, store_, input);
        accept_textures();
        if (output_.scroll_to) {
            viewport.scroll_y = *output_.scroll_to;
        }
        if (focused_ != kNoNode && find(focused_) == nullptr) {
            events.push_back({focused_, EventKind::kBlur, {}, Key::kNone, 0, 0, false});
            focused_ = kNoNode;
        }
        if (output_.focus != kNoNode) {
            move_focus(output_.focus, events);
        }
        if (!later_.empty()) {
            events.push_back(later_.front());
            later_.erase(later_.begin());
        }
        if (events.empty()) {
            return;
        }
        seconds += 1;  // motion is over by then
    }
    ADD_FAILURE() << "focus does not come to rest";
}

void Browser::show() {
    run({});
}

void Browser::send(Event event) {
    run({std::move(event)});
}

void Browser::send(std::vector<Event> events) {
    run(std::move(events));
}

void Browser::move_focus(NodeId target, std::vector<Event>& events) {
    if (focused_ == target) {
        return;
    }
    if (focused_ != kNoNode) {
        events.push_back({focused_, EventKind::kBlur, {}, Key::kNone, 0, 0, false});
    }
    focused_ = target;
    events.push_back({target, EventKind::kFocus, {}, Key::kNone, 0, 0, by_keyboard_});
}

const Node* Browser::find(Role role, std::string_view name) const {
    const auto& nodes = output_.tree.nodes;
    const auto with = [&](bool whole) -> const Node* {
        const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) {
            return node.role == role && (whole ? node.name == name : node.name.rfind(name, 0) == 0);
        });
        return found == nodes.end() ? nullptr : &*found;
    };
    const Node* exact = with(true);
    return exact != nullptr ? exact : with(false);
}

const Node* Browser::find(NodeId id) const {
    const auto& nodes = output_.tree.nodes;
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.id == id; });
    return found == nodes.end() ? nullptr : &*found;
}

bool Browser::shows(std::string_view text) const {
    const auto& nodes = output_.tree.nodes;
    return std::any_of(nodes.begin(), nodes.end(), [&](const Node& node) {
        return node.name.find(text) != std::string::npos || node.value.find(text) != std::string::npos ||
               node.description.find(text) != std::string::npos;
    });
}

std::vector<const Node*> Browser::all(Role role) const {
    std::vector<const Node*> found;
    for (const Node& node : output_.tree.nodes) {
        if (node.role == role) {
            found.push_back(&node);
        }
    }
    return found;
}

const Node* Browser::modal() const {
    const Node* last = nullptr;
    for (const Node& node : output_.tree.nodes) {
        last = node.modal ? &node : last;
    }
    return last;
}

bool Browser::is_inside(const Node& node, NodeId ancestor) const {
    for (const Node* at = &node; at != nullptr; at = find(at->parent)) {
        if (at->id == ancestor) {
            return true;
        }
    }
    return false;
}

bool Browser::is_reachable(const Node& node) const {
    const Node* dialog = modal();
    return dialog == nullptr || is_inside(node, dialog->id);
}

void Browser::click(Role role, std::string_view name) {
    const Node* node = find(role, name);
    ASSERT_NE(node, nullptr) << "nothing to click called " << name;
    ASSERT_TRUE(is_reachable(*node)) << name << " is behind a dialog";
    by_keyboard_ = false;
    const Node target = *node;
    std::vector<Event> events;
    if (is_control(target)) {
        move_focus(target.id, events);
    }
    if (!target.disabled) {
        events.push_back({target.id, EventKind::kClick, {}, Key::kNone, 0, 0, false});
    }
    run(std::move(events));
}

void Browser::type(std::string_view field, std::string_view text) {
    const Node* node = find(Role::kTextField, field);
    ASSERT_NE(node, nullptr) << "no field called " << field;
    ASSERT_TRUE(is_reachable(*node)) << field << " is behind a dialog";
    std::vector<Event> events;
    move_focus(node->id, events);
    events.push_back({focused_, EventKind::kInput, std::string(text), Key::kNone, 0, 0, false});
    run(std::move(events));
}

void Browser::choose(std::string_view select, std::string_view key) {
    const Node* node = find(Role::kSelect, select);
    ASSERT_NE(node, nullptr) << "no select called " << select;
    send({node->id, EventKind::kInput, std::string(key), Key::kNone, 0, 0, false});
}

std::vector<const Node*> Browser::tab_order() const {
    std::vector<const Node*> order;
    for (const semantics::Layer layer : {semantics::Layer::kPage, semantics::Layer::kFixed}) {
        std::vector<NodeId> radio_groups;
        for (const Node& node : output_.tree.nodes) {
            if (node.layer != layer || !is_reachable(node) || !node.tab_stop || !(is_control(node) || node.scrolls)) {
                continue;
            }
            if (node.role == Role::kRadio) {
                // One of a group: the chosen one, else the first.
                const auto& nodes = output_.tree.nodes;
                const bool any_chosen = std::any_of(nodes.begin(), nodes.end(), [&](const Node& other) {
                    return other.parent == node.parent && other.checked == semantics::Toggle::kOn;
                });
                const bool seen =
                    std::find(radio_groups.begin(), radio_groups.end(), node.parent) != radio_groups.end();
                if (any_chosen ? node.checked != semantics::Toggle::kOn : seen) {
                    continue;
                }
                radio_groups.push_back(node.parent);
            }
            order.push_back(&node);
        }
    }
    return order;
}

std::vector<const Node*> Browser::controls() const {
    std::vector<const Node*> found;
    for (const Node& node : output_.tree.nodes) {
        if (is_control(node) && is_reachable(node)) {
            found.push_back(&node);
        }
    }
    return found;
}

void Browser::press_tab() {
    by_keyboard_ = true;
    const std::vector<const Node*> order = tab_order();
    ASSERT_FALSE(order.empty());
    const auto here = std::find_if(order.begin(), order.end(), [&](const Node* node) { return node->id == focused_; });
    const bool last = here == order.end() || here + 1 == order.end();
    std::vector<Event> events;
    move_focus((last ? order.front() : *(here + 1))->id, events);
    run(std::move(events));
}

void Browser::tab_to(Role role, std::string_view name) {
    const std::size_t most = tab_order().size() + 1;
    for (std::size_t i = 0; i < most; ++i) {
        press_tab();
        if (focused().role == role && focused().name.rfind(name, 0) == 0) {
            return;
        }
    }
    FAIL() << "Tab never reaches " << name;
}

void Browser::press_enter() {
    by_keyboard_ = true;
    const Node node = focused();
    NodeId target = node.id;
    if (node.role == Role::kTextField) {
        // A field's Enter presses the button that its form is sent with.
        const auto& nodes = output_.tree.nodes;
        const auto form = std::find_if(nodes.begin(), nodes.end(), [&](const Node& other) {
            return other.role == Role::kForm && is_inside(node, other.id);
        });
        ASSERT_NE(form, nodes.end()) << node.name << " is in no form";
        const auto button = std::find_if(
            nodes.begin(), nodes.end(), [&](const Node& other) { return other.submits && is_inside(other, form->id); });
        ASSERT_NE(button, nodes.end()) << "the form cannot be sent";
        target = button->id;
    }
    const Node* pressed = find(target);
    ASSERT_NE(pressed, nullptr);
    if (!pressed->disabled) {
        send({target, EventKind::kClick, {}, Key::kNone, 0, 0, false});
    }
}

void Browser::press_space() {
    by_keyboard_ = true;
    const Node node = focused();
    ASSERT_TRUE(semantics::is_tick(node.role) || node.role == Role::kRadio || node.role == Role::kButton) << node.name;
    if (!node.disabled) {
        send({node.id, EventKind::kClick, {}, Key::kNone, 0, 0, false});
    }
}

void Browser::press_arrow_in_group(const Node& radio, int step) {
    std::vector<NodeId> group;
    for (const Node& node : output_.tree.nodes) {
        if (node.role == Role::kRadio && node.parent == radio.parent && !node.disabled) {
            group.push_back(node.id);
        }
    }
    const auto here = std::find(group.begin(), group.end(), radio.id) - group.begin();
    const auto count = static_cast<std::ptrdiff_t>(group.size());
    const NodeId next = group[static_cast<std::size_t>((here + step + count) % count)];
    std::vector<Event> events;
    move_focus(next, events);
    events.push_back({next, EventKind::kClick, {}, Key::kNone, 0, 0, false});
    run(std::move(events));
}

void Browser::press_key(Key key) {
    by_keyboard_ = true;
    if (const Node node = focused(); node.role == Role::kRadio && key != Key::kEscape) {
        if (key == Key::kRight || key == Key::kDown) {
            press_arrow_in_group(node, 1);
        } else if (key == Key::kLeft || key == Key::kUp) {
            press_arrow_in_group(node, -1);
        }
        return;
    }
    NodeId target = kNoNode;
    for (const Node* at = find(focused_); at != nullptr && target == kNoNode; at = find(at->parent)) {
        if (at->takes_keys || (key == Key::kEscape && semantics::is_dialog(at->role))) {
            target = at->id;
        }
    }
    if (target == kNoNode && key == Key::kEscape && modal() != nullptr) {
        target = modal()->id;
    }
    if (target != kNoNode) {
        send({target, EventKind::kKey, {}, key, 0, 0, false});
    }
}

void Browser::press_quickly(std::initializer_list<Key> keys) {
    by_keyboard_ = true;
    const Node* grid = find(focused_);
    while (grid != nullptr && !grid->takes_keys) {
        grid = find(grid->parent);
    }
    ASSERT_NE(grid, nullptr) << "no grid has focus";
    for (const Key key : keys) {
        later_.push_back({grid->id, EventKind::kKey, {}, key, 0, 0, false});
    }
    run({});
}

const Node& Browser::focused() const {
    const Node* node = find(focused_);
    return node != nullptr ? *node : kNobody;
}

void Browser::swipe(Role role, std::string_view name, float distance) {
    const Node* node = find(role, name);
    ASSERT_NE(node, nullptr);
    ASSERT_TRUE(node->swipes);
    const NodeId id = node->id;
    send({id, EventKind::kSwipe, {}, Key::kNone, distance / 2, 0, false});
    send({id, EventKind::kSwipeEnd, {}, Key::kNone, distance, 0, false});
}

}  // namespace portal::ui::test
