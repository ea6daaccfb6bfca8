#include "ui/widgets/select.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {
namespace {

constexpr float kIcon = 18;
constexpr float kPadding = 12;
constexpr float kGap = 8;

std::string_view label_of(const Select& select) {
    const auto found = std::find_if(select.options.begin(), select.options.end(),
                                    [&](const SelectOption& option) { return option.key == select.chosen; });
    return found == select.options.end() ? std::string_view() : found->label;
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
    for (const SelectOption& option : select.options) {
        Node& node = ui.record(Role::kOption, option.key, rect);
        node.name = option.label;
        node.key = option.key;
        node.selected = option.key == select.chosen ? semantics::Toggle::kOn : semantics::Toggle::kOff;
    }
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
    draw_line(ui, {x, rect.y, arrow - kGap - x, rect.height}, ui.theme().type(Type::kSecondaryStrong), label_of(select),
              colors.text);
    ui.paint().icon({arrow, icon_y}, kIcon, icon::kChevronDown, colors.secondary);
    ui.focus_ring(id, inset(rect, 1), rect.height / 2 - 1);
    return ui.typed(id);
}

}  // namespace portal::ui
