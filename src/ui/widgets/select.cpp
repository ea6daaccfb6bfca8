#include "ui/widgets/select.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kIcon = 18;
constexpr float kPadding = 12;
constexpr float kGap = 8;

std::string_view label_of(std::span<const SelectOption> options, std::string_view chosen) {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const SelectOption& option) { return option.key == chosen; });
    return found == options.end() ? std::string_view() : found->label;
}

void record_options(Ui& ui, const Rect& rect, std::span<const SelectOption> options, std::string_view chosen) {
    for (const SelectOption& option : options) {
        Node& node = ui.record(Role::kOption, option.key, rect);
        node.name = option.label;
        node.key = option.key;
        node.selected = option.key == chosen ? semantics::Toggle::kOn : semantics::Toggle::kOff;
    }
}

}  // namespace

float select_width(const Ui& ui, const Select& select) {
    float widest = 0;
    for (const SelectOption& option : select.options) {
        widest = std::max(widest, ui.fonts().width(ui.theme().type(Type::kSecondaryStrong), option.label));
    }
    return widest + 2 * kPadding + kIcon + kGap + (select.icon != nullptr ? kIcon + kGap : 0);
}

const std::string* select(Ui& ui, const Rect& rect, const Select& select) {
    const Group group(ui, Role::kSelect, select.key, select.name);
    const NodeId id = group.id();
    {
        Node& node = ui.nodes().back();
        node.value = select.chosen;
        node.key = select.key;
        node.text_size = ui.theme().type(Type::kBody).size;
    }
    record_options(ui, rect, select.options, select.chosen);
    const Palette& colors = ui.colors();
    ui.paint().fill(rect, ui.hovered(id) ? colors.accent_tint : colors.surface, rect.height / 2);
    ui.paint().outline(rect, colors.line, rect.height / 2);
    float x = rect.x + kPadding;
    const float icon_y = rect.y + (rect.height - kIcon) / 2;
    if (select.icon != nullptr) {
        ui.paint().icon({x, icon_y}, kIcon, select.icon, colors.secondary);
        x += kIcon + kGap;
    }
    const float arrow = right(rect) - kPadding - kIcon;
    draw_line(ui, {x, rect.y, arrow - kGap - x, rect.height}, ui.theme().type(Type::kSecondaryStrong),
              label_of(select.options, select.chosen), colors.text);
    ui.paint().icon({arrow, icon_y}, kIcon, icon::kChevronDown, colors.secondary);
    ui.focus_ring(id, inset(rect, 1), rect.height / 2 - 1);
    return ui.typed(id);
}

const std::string* select_field(Ui& ui, Column& column, const SelectField& field) {
    constexpr float kSide = 14;
    caption(ui, column, field.caption);
    const Rect box = column.take(field_height(ui));
    Group group(ui, Role::kSelect, field.key, field.caption.label);
    group.set_rect(box);
    Node& node = group.node();
    node.value = field.chosen;
    node.key = field.key;
    node.description = description_of(field.caption);
    node.invalid = !field.caption.error.empty();
    node.required = field.required;
    node.disabled = field.disabled;
    node.text_size = ui.theme().type(Type::kBody).size;
    record_options(ui, box, field.options, field.chosen);
    field_box(ui, group.id(), box, {!field.caption.error.empty(), field.disabled});
    const float arrow = right(box) - kSide - kIcon;
    draw_line(ui, {box.x + kSide, box.y, arrow - kGap - box.x - kSide, box.height}, ui.theme().type(Type::kBody),
              label_of(field.options, field.chosen), field.disabled ? ui.colors().secondary : ui.colors().text);
    ui.paint().icon({arrow, box.y + (box.height - kIcon) / 2}, kIcon, icon::kChevronDown, ui.colors().secondary);
    return field.disabled ? nullptr : ui.typed(group.id());
}

}  // namespace portal::ui
