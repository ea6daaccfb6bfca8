#include "ui/widgets/choice_row.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kMark = 24;
constexpr float kGap = 12;
constexpr float kPadding = 10;

void tick_mark(Ui& ui, const Rect& square, bool ticked, Color edge) {
    constexpr float kRound = 7;
    if (!ticked) {
        ui.paint().fill(square, ui.colors().surface, kRound);
        ui.paint().outline(square, edge, kRound, 2);
        return;
    }
    constexpr float kIcon = 18;
    ui.paint().fill(square, edge, kRound);
    const Rect place = centred(square, kIcon, kIcon);
    ui.paint().icon({place.x, place.y}, kIcon, icon::kCheck, ui.colors().on_accent);
}

Color edge_of(const Ui& ui, const ChoiceRow& row) {
    const Palette& colors = ui.colors();
    if (row.disabled) {
        return colors.secondary;
    }
    if (row.invalid) {
        return colors.error.text;
    }
    return row.chosen ? colors.accent : colors.control;
}

NodeId record_row(Ui& ui, const Rect& rect, const ChoiceRow& row) {
    Node& node = ui.record(row.role, row.key, rect);
    node.name = row.label;
    if (!row.detail.empty()) {
        node.name += ", ";
        node.name += row.detail;
    }
    node.description = row.description;
    node.key = row.key;
    node.checked = row.chosen ? semantics::Toggle::kOn : semantics::Toggle::kOff;
    node.disabled = row.disabled;
    node.invalid = row.invalid && row.role != Role::kRadio;  // a wrong choice is its group's
    node.required = row.required;
    return node.id;
}

}  // namespace

void radio_mark(Ui& ui, const Rect& square, bool chosen, Color edge) {
    const float radius = square.width / 2;
    if (chosen) {
        ui.paint().disc(centre(square), radius, edge);
        ui.paint().disc(centre(square), radius * 0.4F, ui.colors().on_accent);
    } else {
        ui.paint().disc(centre(square), radius, ui.colors().surface);
        ui.paint().ring(centre(square), radius, edge, 2);
    }
}

bool choice_row(Ui& ui, Column& column, const ChoiceRow& row) {
    const Palette& colors = ui.colors();
    const TextStyle label = ui.theme().type(Type::kBody);
    const TextStyle detail = ui.theme().type(Type::kSecondary);
    const float text_x = kMark + kGap;
    const float text_width = column.width - text_x;
    const float label_height = text_height(ui, text_width, label, row.label);
    const float detail_height = row.detail.empty() ? 0 : text_height(ui, text_width, detail, row.detail);
    const Rect rect = column.take(std::max(kTarget, label_height + detail_height + 2 * kPadding));
    const NodeId id = record_row(ui, rect, row);

    const float top = rect.y + (rect.height - label_height - detail_height) / 2;
    const Rect mark{rect.x, top + (label.line - kMark) / 2, kMark, kMark};
    if (!row.disabled && (ui.hovered(id) || ui.pressed(id))) {
        ui.paint().disc(centre(mark), kMark * 0.8F, faded(colors.accent, ui.pressed(id) ? 0.18F : 0.1F));
    }
    const Color edge = edge_of(ui, row);
    if (row.role == Role::kRadio) {
        radio_mark(ui, mark, row.chosen, edge);
    } else {
        tick_mark(ui, mark, row.chosen, edge);
    }
    draw_text(ui, {rect.x + text_x, top}, text_width, label, row.label, row.disabled ? colors.secondary : colors.text);
    if (!row.detail.empty()) {
        draw_text(ui, {rect.x + text_x, top + label_height}, text_width, detail, row.detail, colors.secondary);
    }
    ui.focus_ring(id, mark, row.role == Role::kRadio ? kMark / 2 : 7);
    return !row.disabled && (ui.clicked(id) || ui.typed(id) != nullptr);
}

}  // namespace portal::ui
