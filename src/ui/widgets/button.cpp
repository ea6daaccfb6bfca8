#include "ui/widgets/button.hpp"

#include "ui/widgets/spinner.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kIcon = 20;
constexpr float kIconGap = 8;
constexpr float kPadding = 20;

struct Look {
    Color ground;
    Color text;
    /// Comes over the ground when pressed, half as strong under the pointer. Over a full ground it moves away from the
    /// text, whose contrast grows.
    Color over;
};

Look look_of(const Ui& ui, const Button& button) {
    const Palette& colors = ui.colors();
    const Color clear = faded(colors.accent_tint, 0);
    const Color full_over = faded(colors.text, 0.24F);
    const Color tint_over = faded(colors.accent, 0.16F);
    if (button.disabled) {
        return {button.kind == ButtonKind::kQuiet ? clear : colors.closed.ground, colors.closed.text, clear};
    }
    switch (button.kind) {
        case ButtonKind::kPrimary:
            return {colors.accent, colors.on_accent, full_over};
        case ButtonKind::kSecondary:
            return {colors.accent_tint, colors.accent, tint_over};
        case ButtonKind::kQuiet:
            return {clear, colors.accent, tint_over};
        case ButtonKind::kDanger:
            return {colors.error.text, colors.on_danger, full_over};
    }
    return {colors.accent, colors.on_accent, full_over};
}

void paint_ground(Ui& ui, NodeId id, const Rect& rect, const Button& button, const Look& look) {
    Painter& paint = ui.paint();
    paint.fill(rect, look.ground, radius::kControl);
    if (ui.theme().high_contrast) {
        paint.outline(rect, ui.colors().control, radius::kControl);
    }
    if (button.disabled || button.busy) {
        return;
    }
    if (ui.pressed(id)) {
        paint.fill(rect, look.over, radius::kControl);
    } else if (ui.hovered(id)) {
        paint.fill(rect, faded(look.over, 0.5F), radius::kControl);
    }
}

}  // namespace

float button_height(const Ui& ui) {
    return std::max(48.0F, ui.theme().type(Type::kItem).line + 20);
}

float button_width(const Ui& ui, const Button& button) {
    const float icon = button.icon != nullptr || button.busy ? kIcon + kIconGap : 0;
    return ui.fonts().width(ui.theme().type(Type::kItem), button.label) + icon +
           2 * (button.tight ? kTightPadding : kPadding);
}

bool button(Ui& ui, const Rect& rect, const Button& button) {
    Node& node = ui.record(button.file.empty() ? Role::kButton : Role::kLink, button.key, rect);
    node.name = button.label;
    node.href = button.file;
    node.downloads = !button.file.empty();
    node.description = button.description;
    node.disabled = button.disabled;
    node.busy = button.busy;
    node.submits = button.submits;
    const NodeId id = node.id;

    const Look look = look_of(ui, button);
    paint_ground(ui, id, rect, button, look);
    const bool has_icon = button.icon != nullptr || button.busy;
    const float room = rect.width - 16 - (has_icon ? kIcon + kIconGap : 0);
    const TextStyle style = fitted(ui, ui.theme().type(Type::kItem), button.label, room, 13);
    const float text_width = std::min(ui.fonts().width(style, button.label), room);
    float x = rect.x + (rect.width - text_width - (has_icon ? kIcon + kIconGap : 0)) / 2;
    if (has_icon) {
        const Point at{x, rect.y + (rect.height - kIcon) / 2};
        if (button.busy) {
            spinner(ui, {at.x + kIcon / 2, at.y + kIcon / 2}, kIcon / 2 - 2, look.text);
        } else {
            ui.paint().icon(at, kIcon, button.icon, look.text);
        }
        x += kIcon + kIconGap;
    }
    draw_line(ui, {x, rect.y, room, rect.height}, style, button.label, look.text);
    ui.focus_ring(id, rect, radius::kControl);
    return ui.clicked(id) && !button.disabled && !button.busy;
}

bool button(Ui& ui, Column& column, const Button& button) {
    return ui::button(ui, column.take(button_height(ui)), button);
}

}  // namespace portal::ui
