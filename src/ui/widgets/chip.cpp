#include "ui/widgets/chip.hpp"

#include "ui/widgets/avatar.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kPadding = 13;
constexpr float kAvatar = 24;
constexpr float kAvatarMargin = 6;
constexpr float kAvatarGap = 7;
constexpr float kGap = 8;

void paint_chip(Ui& ui, NodeId id, const Rect& pill, const Chip& chip, const TextStyle& style) {
    Painter& paint = ui.paint();
    const Palette& colors = ui.colors();
    const float round = pill.height / 2;
    paint.fill(pill, colors.surface, round);
    if (ui.pressed(id) || ui.hovered(id)) {
        paint.fill(pill, faded(colors.accent, ui.pressed(id) ? 0.14F : 0.07F), round);
    }
    paint.outline(pill, chip.chosen ? colors.accent : colors.line, round, chip.chosen ? 1.5F : 1.0F);
    float x = pill.x + kPadding;
    if (chip.child) {
        const float y = pill.y + (pill.height - kAvatar) / 2;
        child_avatar(ui, {pill.x + kAvatarMargin, y, kAvatar, kAvatar}, *chip.child, chip.label);
        x = pill.x + kAvatarMargin + kAvatar + kAvatarGap;
    }
    draw_line(ui, {x, pill.y, right(pill) - kPadding - x, pill.height}, style, chip.label,
              chip.chosen ? colors.accent : colors.text);
    ui.focus_ring(id, inset(pill, 1), round - 1);
}

}  // namespace

float ChipRow::height(const Ui& ui) {
    return std::max(kTarget, ui.theme().type(Type::kSecondaryStrong).line + 20);
}

float ChipRow::width(const Ui& ui, const Chip& chip) {
    const float text = ui.fonts().width(ui.theme().type(Type::kSecondaryStrong), chip.label);
    const float before = chip.child ? kAvatarMargin + kAvatar + kAvatarGap : kPadding;
    return std::max(kTarget, before + text + kPadding);
}

ChipRow::ChipRow(Ui& ui, Column& column) : ui_(ui), column_(column), x_(column.x) {}

bool ChipRow::add(const Chip& chip) {
    const float width = std::min(ChipRow::width(ui_, chip), column_.width);
    const float height = ChipRow::height(ui_);
    if (!empty_ && x_ + width > column_.x + column_.width + 0.5F) {
        x_ = column_.x;
        column_.space(height);
    }
    empty_ = false;
    const Rect rect{x_, column_.y, width, height};
    x_ += width + kGap;

    Node& node = ui_.record(chip.radio ? Role::kRadio : Role::kButton, chip.key, rect);
    node.name = chip.label;
    node.key = chip.key;
    node.checked = chip.chosen ? semantics::Toggle::kOn : semantics::Toggle::kOff;
    const NodeId id = node.id;
    // The pill is lower than what can be pressed.
    paint_chip(ui_, id, inset(rect, 0, 4), chip, ui_.theme().type(Type::kSecondaryStrong));
    return ui_.clicked(id) || ui_.typed(id) != nullptr;
}

ChipRow::~ChipRow() {
    if (!empty_) {
        column_.space(height(ui_));
    }
}

}  // namespace portal::ui
