#include "ui/widgets/action_row.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kDisc = 40;
constexpr float kIcon = 20;
constexpr float kPadding = 10;
constexpr float kTextX = kDisc + 12;

std::string joined(std::span<const std::string> lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += (text.empty() ? "" : " ") + line;
    }
    return text;
}

/// The link or button in the row's list item. Returns whether it was pressed.
bool record_press(Ui& ui, const Rect& rect, const ActionRow& row) {
    const Group item(ui, Role::kListItem, std::string(row.key) + "-item");
    Node& node = ui.record(row.href.empty() ? Role::kButton : Role::kLink, row.key, rect);
    node.name = row.name;
    node.description = joined(row.lines);
    node.href = row.href;
    const NodeId id = node.id;
    if (ui.pressed(id) || ui.hovered(id)) {
        ui.paint().fill(rect, faded(ui.colors().accent, ui.pressed(id) ? 0.12F : 0.06F), radius::kControl);
    }
    ui.focus_ring(id, inset(rect, 1), radius::kControl - 1);
    return ui.clicked(id);
}

void paint(Ui& ui, const Rect& rect, const ActionRow& row, bool possible) {
    const Palette& colors = ui.colors();
    const Tone tone = row.tone.value_or(possible ? Tone{colors.accent, colors.accent_tint} : colors.closed);
    const Rect disc{rect.x, rect.y + kPadding, kDisc, kDisc};
    ui.paint().fill(disc, tone.ground, kDisc / 2);
    const Rect place = centred(disc, kIcon, kIcon);
    ui.paint().icon({place.x, place.y}, kIcon, row.icon, tone.text);
    const float width = rect.width - kTextX - (possible ? kIcon + 8 : 0);
    const float x = rect.x + kTextX;
    float y = rect.y + kPadding;
    y += draw_text(ui, {x, y}, width, ui.theme().type(Type::kItem), row.name,
                   possible ? colors.accent : colors.secondary);
    for (const std::string& line : row.lines) {
        y += 2 + draw_text(ui, {x, y + 2}, width, ui.theme().type(Type::kSecondary), line, colors.secondary);
    }
    if (possible) {
        ui.paint().icon({right(rect) - kIcon, rect.y + (rect.height - kIcon) / 2}, kIcon, icon::kChevronRight,
                        colors.accent);
    }
}

}  // namespace

bool action_row(Ui& ui, Column& column, const ActionRow& row) {
    const bool possible = row.refused.empty();
    const float width = column.width - kTextX - (possible ? kIcon + 8 : 0);
    float height = text_height(ui, width, ui.theme().type(Type::kItem), row.name);
    for (const std::string& line : row.lines) {
        height += 2 + text_height(ui, width, ui.theme().type(Type::kSecondary), line);
    }
    const Rect rect = column.take(std::max(height, kDisc) + 2 * kPadding);
    bool pressed = false;
    if (possible) {
        pressed = record_press(ui, inset(rect, -8, 0), row);
    } else {
        ui.record(Role::kListItem, row.key, rect).name =
            std::string(row.name) + " " + std::string(row.refused) + ": " + joined(row.lines);
    }
    paint(ui, rect, row, possible);
    return pressed;
}

}  // namespace portal::ui
