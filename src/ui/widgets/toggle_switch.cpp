#include "ui/widgets/toggle_switch.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/caption.hpp"
#include "ui/widgets/spinner.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kWidth = 52;
constexpr float kHeight = 32;
constexpr float kGap = 16;
constexpr float kPadding = 10;
constexpr double kMotion = 0.15;

/// On and off differ in place, colour and a tick.
void paint_track(Ui& ui, NodeId id, const Rect& track, const Switch& toggle) {
    constexpr float kIcon = 16;
    const Palette& colors = ui.colors();
    const float along = ui.glide(id, toggle.on ? 1.0F : 0.0F, kMotion);
    const float round = kHeight / 2;
    Color ground = toggle.on ? colors.accent : colors.surface;
    if (toggle.disabled) {
        ground = toggle.on ? colors.secondary : colors.closed.ground;
    }
    ui.paint().fill(track, ground, round);
    if (!toggle.on) {
        ui.paint().outline(track, toggle.disabled ? colors.secondary : colors.control, round, 2);
    }
    const Point thumb{track.x + round + along * (kWidth - kHeight), track.y + round};
    if (!toggle.disabled && !toggle.busy && (ui.hovered(id) || ui.pressed(id))) {
        const Color halo = toggle.on ? colors.on_accent : colors.accent;
        ui.paint().disc(thumb, round - 1, faded(halo, ui.pressed(id) ? 0.28F : 0.16F));
    }
    ui.paint().disc(thumb, toggle.on ? 11.0F : 9.0F, toggle.on ? colors.on_accent : colors.control);
    if (toggle.busy) {
        spinner(ui, thumb, 7, toggle.on ? colors.accent : colors.surface);
    } else if (toggle.on) {
        const Color tick = toggle.disabled ? colors.secondary : colors.accent;
        ui.paint().icon({thumb.x - kIcon / 2, thumb.y - kIcon / 2}, kIcon, icon::kCheck, tick);
    }
}

}  // namespace

bool toggle_switch(Ui& ui, Column& column, const Switch& toggle) {
    const Palette& colors = ui.colors();
    const TextStyle label = ui.theme().type(Type::kBody);
    const TextStyle detail = ui.theme().type(Type::kSecondary);
    const float text_width = column.width - kWidth - kGap;
    const float label_height = text_height(ui, text_width, label, toggle.label);
    const float detail_height = toggle.detail.empty() ? 0 : text_height(ui, text_width, detail, toggle.detail);
    const Rect rect = column.take(std::max(kTarget + 4, label_height + detail_height + 2 * kPadding));

    Node& node = ui.record(Role::kSwitch, toggle.key, rect);
    node.name = toggle.label;
    node.description = toggle.error.empty() ? toggle.detail : toggle.error;
    node.key = toggle.key;
    node.checked = toggle.on ? semantics::Toggle::kOn : semantics::Toggle::kOff;
    node.disabled = toggle.disabled;
    node.busy = toggle.busy;
    node.invalid = !toggle.error.empty();
    const NodeId id = node.id;

    const float top = rect.y + (rect.height - label_height - detail_height) / 2;
    draw_text(ui, {rect.x, top}, text_width, label, toggle.label, toggle.disabled ? colors.secondary : colors.text);
    if (!toggle.detail.empty()) {
        draw_text(ui, {rect.x, top + label_height}, text_width, detail, toggle.detail, colors.secondary);
    }
    const Rect track{right(rect) - kWidth, rect.y + (rect.height - kHeight) / 2, kWidth, kHeight};
    paint_track(ui, id, track, toggle);
    ui.focus_ring(id, track, kHeight / 2);
    if (!toggle.error.empty()) {
        error_line(ui, column, toggle.error);
    }
    return !toggle.disabled && !toggle.busy && (ui.clicked(id) || ui.typed(id) != nullptr);
}

}  // namespace portal::ui
